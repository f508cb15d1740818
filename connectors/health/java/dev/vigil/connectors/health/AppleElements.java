package dev.vigil.connectors.health;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.time.Duration;
import java.time.Instant;
import javax.xml.stream.XMLStreamReader;

/** Reads the attributes of a Record or Workout element of Apple Health's export. */
final class AppleElements {
    /** Apple writes a share of one, under the unit %; nobody lives with so few percent. */
    private static final double LARGEST_FRACTION = 1.5;

    private final Intake intake;
    private final AppleDevice devices = new AppleDevice();

    private String type;
    private String unit;
    private String value;
    private String duration;
    private String durationUnit;
    private String source;
    private String device;
    private String startText;
    private String endText;
    private Instant start;
    private Instant end;

    AppleElements(Intake intake) {
        this.intake = intake;
    }

    void record(XMLStreamReader xml) {
        clear();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "type" -> {
                    type = xml.getAttributeValue(i);
                    if (AppleTypes.quantity(type) == null && !type.equals(AppleTypes.SLEEP)) {
                        return;
                    }
                }
                case "unit" -> unit = xml.getAttributeValue(i);
                case "value" -> value = xml.getAttributeValue(i);
                default -> common(xml, i);
            }
        }
        if (type == null) {
            intake.refuse("is a record without a type");
        } else if (type.equals(AppleTypes.SLEEP)) {
            sleep();
        } else {
            quantity(AppleTypes.quantity(type));
        }
    }

    void workout(XMLStreamReader xml) {
        clear();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "workoutActivityType" -> type = xml.getAttributeValue(i);
                case "duration" -> duration = xml.getAttributeValue(i);
                case "durationUnit" -> durationUnit = xml.getAttributeValue(i);
                default -> common(xml, i);
            }
        }
        if (!times()) {
            return;
        }
        String activity = type == null ? "" : AppleTypes.activity(type);
        if (duration == null) {
            double minutes = Duration.between(start, end).toMillis() / 60_000.0;
            intake.take(new Sample(Metric.WORKOUT, start, end, minutes, device(), activity, false));
        } else {
            String minutes = durationUnit == null ? "min" : durationUnit;
            intake.measured(Metric.WORKOUT, start, end, Decimal.parse(duration), minutes, device(), activity);
        }
    }

    private void common(XMLStreamReader xml, int i) {
        switch (xml.getAttributeLocalName(i)) {
            case "sourceName" -> source = xml.getAttributeValue(i);
            case "device" -> device = xml.getAttributeValue(i);
            case "startDate" -> startText = xml.getAttributeValue(i);
            case "endDate" -> endText = xml.getAttributeValue(i);
            default -> {
                // sourceVersion, creationDate and totals that come as records of their own
            }
        }
    }

    private void quantity(Metric metric) {
        if (!times()) {
            return;
        }
        double number = value == null ? Double.NaN : Decimal.parse(value);
        String unitText = unit == null ? "" : unit;
        if (metric == Metric.BLOOD_OXYGEN && number <= LARGEST_FRACTION) {
            unitText = "fraction";
        }
        intake.measured(metric, start, end, number, unitText, device(), "");
    }

    private void sleep() {
        if (value == null || !AppleTypes.asleep(value) || !times()) {
            return;
        }
        double hours = Duration.between(start, end).toMillis() / 3_600_000.0;
        intake.take(new Sample(Metric.SLEEP, start, end, hours, device(), "", false));
    }

    private String device() {
        return devices.name(source == null ? "" : source, device == null ? "" : device);
    }

    private boolean times() {
        start = startText == null ? null : Moment.apple(startText);
        end = endText == null ? null : endText.equals(startText) ? start : Moment.apple(endText);
        if (start != null && end != null) {
            return true;
        }
        String bad = start == null ? startText : endText;
        intake.refuse(
                bad == null ? "has no start or end" : "has the time " + PlainText.of(bad, 40) + ", which is none");
        return false;
    }

    private void clear() {
        type = null;
        unit = null;
        value = null;
        duration = null;
        durationUnit = null;
        source = null;
        device = null;
        startText = null;
        endText = null;
    }
}

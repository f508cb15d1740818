package dev.vigil.connectors.health;

import dev.vigil.core.fact.Sample;
import dev.vigil.core.watch.Metric;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The fields of one FHIR resource that a sample needs, and the samples that they give if it is an Observation. */
final class FhirObservation {
    private static final Set<String> FIELDS = Set.of(
            "resourceType",
            "id",
            "status",
            "code",
            "effectiveDateTime",
            "effectiveInstant",
            "effectivePeriod",
            "effectiveTiming",
            "valueQuantity",
            "valueInteger",
            "component",
            "device");
    private static final Set<String> TAKEN_BACK = Set.of("entered-in-error", "cancelled");
    private static final int LONGEST = 120;

    private final Intake intake;
    private final ZoneId zone;
    private final Map<String, JsonNode> fields = new HashMap<>();

    FhirObservation(Intake intake, ZoneId zone) {
        this.intake = intake;
        this.zone = zone;
    }

    static boolean needs(String field) {
        return FIELDS.contains(field);
    }

    void put(String field, JsonNode value) {
        fields.put(field, value);
    }

    /** Passes its samples on; silent for what is no Observation, or one of something that no watch can ask for. */
    void report() {
        if (!"Observation".equals(text(field("resourceType")))) {
            return;
        }
        report(field("code"), field("valueQuantity"), field("valueInteger"));
        JsonNode components = field("component");
        for (int i = 0; i < components.size(); i++) {
            JsonNode component = components.path(i);
            report(component.path("code"), component.path("valueQuantity"), component.path("valueInteger"));
        }
    }

    private void report(JsonNode code, JsonNode quantity, JsonNode integer) {
        Loinc.Code meaning = meaning(code);
        boolean takenBack = TAKEN_BACK.contains(text(field("status")));
        if (meaning == null || !takenBack && quantity.isMissingNode() && integer.isMissingNode()) {
            // A result that is absent has no value; FHIR gives the reason in dataAbsentReason.
            return;
        }
        double value = integer.isNumber() ? integer.asDouble() : number(quantity.path("value"));
        if (takenBack) {
            takeBack(meaning, Double.isNaN(value) ? 0 : converted(meaning.metric(), quantity, value));
            return;
        }
        if (!text(quantity.path("comparator")).isEmpty()) {
            refuse("has a value that is only a bound (" + PlainText.of(text(quantity.path("comparator")), 4) + ")");
            return;
        }
        Stretch span = span(meaning, value, unit(quantity));
        if (span != null) {
            intake.measured(meaning.metric(), span.start(), span.end(), value, unit(quantity), device(), "");
        }
    }

    private void takeBack(Loinc.Code meaning, double value) {
        double known = Double.isNaN(value) ? 0 : value;
        Stretch span = span(meaning, known, meaning.metric().unit());
        if (span != null) {
            intake.take(new Sample(meaning.metric(), span.start(), span.end(), known, device(), "", true));
        }
    }

    private static double converted(Metric metric, JsonNode quantity, double value) {
        return Units.convert(metric, unit(quantity), value);
    }

    private Stretch span(Loinc.Code meaning, double value, String unit) {
        Moment start = null;
        Moment end = null;
        String written = "";
        JsonNode period = field("effectivePeriod");
        JsonNode timing = field("effectiveTiming").path("event");
        if (period.isObject()) {
            written = text(period.path("start")) + ".." + text(period.path("end"));
            start = Moment.parse(text(period.path("start")), zone);
            end = Moment.parse(text(period.path("end")), zone);
        } else {
            written = text(field("effectiveDateTime")) + text(field("effectiveInstant"));
            if (written.isEmpty() && timing.size() == 1) {
                written = text(timing.path(0));
            }
            start = Moment.parse(written, zone);
        }
        if (start == null && end == null) {
            refuse(
                    written.length() <= 2
                            ? "does not say when it was measured"
                            : "has the time " + PlainText.of(written, 60) + ", which names no day");
            return null;
        }
        double inUnit = Units.convert(meaning.metric(), unit, value);
        return Stretch.of(meaning.metric(), start, end, inUnit, meaning.before(), zone);
    }

    /** The metric of the first code that stands for one; a resting heart rate is often coded as a heart rate too. */
    private static Loinc.Code meaning(JsonNode concept) {
        Loinc.Code found = null;
        JsonNode codings = concept.path("coding");
        for (int i = 0; i < codings.size(); i++) {
            JsonNode coding = codings.path(i);
            String system = text(coding.path("system"));
            if (system.isEmpty() || system.contains("loinc.org")) {
                String code = text(coding.path("code"));
                if (Loinc.isNoReading(code)) {
                    return null;
                }
                Loinc.Code known = Loinc.find(code);
                if (known != null && (found == null || found.metric() == Metric.HEART_RATE)) {
                    found = known;
                }
            }
        }
        return found;
    }

    private String device() {
        JsonNode device = field("device");
        String display = text(device.path("display"));
        return PlainText.of(display.isEmpty() ? text(device.path("reference")) : display, LONGEST);
    }

    private void refuse(String why) {
        String id = PlainText.of(text(field("id")), 64);
        intake.refuse((id.isEmpty() ? "" : "Observation " + id + " ") + why);
    }

    /** The UCUM code if there is one, else the unit's words. */
    private static String unit(JsonNode quantity) {
        String code = text(quantity.path("code"));
        return code.isEmpty() ? text(quantity.path("unit")) : code;
    }

    private static double number(JsonNode value) {
        return value.isNumber() ? value.asDouble() : Decimal.parse(text(value));
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    private JsonNode field(String name) {
        JsonNode value = fields.get(name);
        return value == null ? MissingNode.getInstance() : value;
    }
}

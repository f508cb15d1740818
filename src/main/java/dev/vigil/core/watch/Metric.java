package dev.vigil.core.watch;

/** A health metric with the unit in which Vigil keeps it and the way its samples add up. */
public enum Metric {
    HEART_RATE("bpm", Shape.POINT),
    RESTING_HEART_RATE("bpm", Shape.POINT),
    HRV("ms", Shape.POINT),
    STEPS("count", Shape.TOTAL),
    DISTANCE("km", Shape.TOTAL),
    ACTIVE_ENERGY("kcal", Shape.TOTAL),
    SLEEP("h", Shape.NIGHT),
    WEIGHT("kg", Shape.POINT),
    BLOOD_PRESSURE_SYSTOLIC("mmHg", Shape.POINT),
    BLOOD_PRESSURE_DIASTOLIC("mmHg", Shape.POINT),
    BLOOD_OXYGEN("%", Shape.POINT),
    BLOOD_GLUCOSE("mmol/L", Shape.POINT),
    BODY_TEMPERATURE("°C", Shape.POINT),
    RESPIRATORY_RATE("1/min", Shape.POINT),
    STRESS("0–100", Shape.POINT),
    WORKOUT("min", Shape.TOTAL);

    /** POINT: a reading at a moment. TOTAL: an amount spread over a span. NIGHT: time asleep, by the night. */
    public enum Shape {
        POINT,
        TOTAL,
        NIGHT
    }

    private final String unit;
    private final Shape shape;

    Metric(String unit, Shape shape) {
        this.unit = unit;
        this.shape = shape;
    }

    public String unit() {
        return unit;
    }

    public Shape shape() {
        return shape;
    }
}

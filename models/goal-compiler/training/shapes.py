"""The shapes that the watch contract allows, as plain tables and small parsers."""

import re
from datetime import date, datetime

NOW = datetime(2026, 11, 21, 10, 0)

ASKS = {"threshold", "what", "who", "when", "which"}
MISSING = {
    "weather", "location", "travel time", "home", "web", "social", "news", "market", "phone", "music",
    "other people", "language", "other",
}
TASKS = {"add_event", "send_mail", "schedule_meeting", "other"}
HAPPENS_ONCE = {
    "back_in_stock", "price_drop", "order_confirmed", "shipped", "out_for_delivery", "delivered", "delayed",
    "reply", "refund", "appointment", "booking", "cancelled",
}
MAIL_KINDS = HAPPENS_ONCE | {
    "invoice", "payment_due", "receipt", "question", "promise", "security_alert", "newsletter", "automatic",
}
MOMENTS = {"start", "end", "added", "changed", "cancelled", "invited", "conflict"}
METRICS = {
    "heart_rate", "resting_heart_rate", "hrv", "steps", "distance", "active_energy", "sleep", "weight",
    "blood_pressure_systolic", "blood_pressure_diastolic", "blood_oxygen", "blood_glucose", "body_temperature",
    "respiratory_rate", "stress", "workout",
}
VALUED = {"above", "below", "at_least", "at_most", "rises", "falls"}
STATES = VALUED | {"elevated", "low", "missing"}
COMPARISONS = {"above", "below", "at_least", "at_most"}
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

FIELDS = {
    "time": {"on", "at", "in", "every", "times", "from"},
    "mail": {"on", "kind", "about", "from", "to", "subject", "except", "attachment", "amount", "offset"},
    "calendar": {
        "on", "moment", "about", "with", "where", "calendar", "offset", "day", "time", "except", "first", "last",
        "falls",
    },
    "health": {"on", "metric", "is", "value", "for", "over"},
    "silence": {"on", "of", "for", "by", "after"},
}
ACTIONS = {
    "notify": {"say", "urgent", "via"},
    "suggest_break": {"for"},
    "dim_screen": {"level"},
    "quiet": {"for", "till"},
    "block_time": {"for", "say"},
    "draft_reply": set(),
    "soften": set(),
    "forward": {"to"},
    "label": {"as"},
    "digest": {"of"},
    "run": {"name"},
}
NEEDED = {"forward": "to", "label": "as", "digest": "of", "run": "name"}
FORMS = ["weekday", "between", "dates", "relation", "calendar", "state", "count", "not", "any"]

_SPAN = re.compile(r"-?P(?=\d|T)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?")
_RULE_PARTS = ["FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"]
_FREQ = {"MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"}


def is_time(text):
    return bool(re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", str(text)))


def is_date(text):
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", str(text))) and _real(date, text)


def is_moment(text):
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", str(text))) and _real(datetime, text)


def _real(kind, text):
    try:
        kind.fromisoformat(text)
        return True
    except ValueError:
        return False


def is_past(text):
    """A day before today or a moment that is not after now."""
    if is_moment(text):
        return datetime.fromisoformat(text) <= NOW
    return is_date(text) and date.fromisoformat(text) < NOW.date()


def span_trouble(text, signed):
    if not isinstance(text, str) or not _SPAN.fullmatch(text):
        return f"{text!r} is not a duration such as PT30M"
    if not signed and (text.startswith("-") or not re.search(r"[1-9]", text)):
        return f"{text!r} is not longer than nothing"
    return None


def rule_trouble(rule):
    """Why a recurrence rule is not written as the contract and the README want it; None when it is."""
    if not isinstance(rule, str) or not re.fullmatch(r"[A-Z]+=[^;=]+(;[A-Z]+=[^;=]+)*", rule):
        return f"{rule!r} is not an RRULE value"
    parts = dict(part.split("=") for part in rule.split(";"))
    strange = [name for name in parts if name not in _RULE_PARTS]
    if strange:
        return f"{strange[0]} may not stand in a rule"
    if list(parts) != [name for name in _RULE_PARTS if name in parts]:
        return f"the parts of {rule} are not in the order {', '.join(_RULE_PARTS)}"
    freq = parts.get("FREQ")
    if freq not in _FREQ:
        return f"{rule} has no known FREQ"
    if "INTERVAL" in parts and not re.fullmatch(r"[2-9]|[1-9]\d+", parts["INTERVAL"]):
        return "INTERVAL must be above 1 (1 is left out)"
    for name, least, most in (("BYMONTH", 1, 12), ("BYMONTHDAY", -31, 31), ("BYSETPOS", -31, 31)):
        for number in parts.get(name, "1").split(","):
            if not re.fullmatch(r"-?[1-9]\d?", number) or not least <= int(number) <= most:
                return f"{name}={parts[name]} is out of range"
    days = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    ordinal = "(-1|[1-5])?" if freq in {"MONTHLY", "YEARLY"} else ""
    for day in days:
        if not re.fullmatch(ordinal + "(" + "|".join(DAYS) + ")", day):
            return f"{day!r} is no day that a {freq} rule can name"
    plain = [day for day in days if day in DAYS]
    if plain != sorted(set(plain), key=DAYS.index):
        return "the days of BYDAY stand twice or not in the order of the week"
    if freq == "WEEKLY" and not days:
        return "a weekly rule names its days"
    if freq == "DAILY" and days:
        return "a rule of weekdays is WEEKLY"
    if freq == "MONTHLY" and not days and "BYMONTHDAY" not in parts:
        return "a monthly rule names its day"
    if freq == "YEARLY" and ("BYMONTH" not in parts or not days and "BYMONTHDAY" not in parts):
        return "a yearly rule names its month and day"
    return None

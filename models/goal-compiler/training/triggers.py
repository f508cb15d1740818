"""The part of a sentence that checks its triggers."""

import re

import shapes


class Triggers:
    """Relies on fault, fields, choice and timed of the sentence."""

    def day_or_moment(self, text, path):
        if not shapes.is_date(text) and not shapes.is_moment(text):
            self.fault(path, f"{text!r} is no real day or moment")
        elif shapes.is_past(text):
            self.fault(path, f"{text} has passed")

    def trigger(self, node, path, own, nested=False):
        on = node.get("on") if isinstance(node, dict) else None
        if on not in shapes.FIELDS:
            self.fault(path, f"{on!r} is no trigger")
            return
        place = "of" if nested else "state" if path.endswith(".state") else "when"
        self.counts[f"{place} {on}"] += 1
        self.fields(node, shapes.FIELDS[on], path)
        for name, signed in (("in", False), ("for", False), ("offset", True)):
            if name in node and shapes.span_trouble(node[name], signed):
                self.fault(f"{path}.{name}", shapes.span_trouble(node[name], signed))
        getattr(self, on)(node, path, own, nested)

    def time(self, node, path, own, _):
        given = [name for name in ("at", "in", "every") if name in node]
        if len(given) != 1:
            self.fault(path, "expected exactly one of at, in, every")
            return
        self.counts[f"time {given[0]}"] += 1
        self.timed(node, ["at", "in", "every", "times", "from"], path, own)
        if given == ["every"]:
            trouble = shapes.rule_trouble(node["every"])
            if trouble:
                self.fault(path + ".every", trouble)
                return
            self.counts["every " + node["every"].split(";")[0][5:].lower()] += 1
            elapsed = re.match("FREQ=(HOURLY|MINUTELY)", node["every"])
            if bool(elapsed) == ("times" in node):
                self.fault(path, "times are absent for hourly and minutely rules, and only there")
            for time in node.get("times", []):
                if not shapes.is_time(time):
                    self.fault(path + ".times", f"{time!r} is no clock time")
            if "from" in node and (not shapes.is_date(node["from"]) or shapes.is_past(node["from"])):
                self.fault(path + ".from", f"{node['from']!r} is no day to come")
        elif "times" in node or "from" in node:
            self.fault(path, "times and from belong to every")
        elif "at" in node and not shapes.is_moment(node["at"]):
            self.fault(path + ".at", f"{node['at']!r} is no real moment")
        elif "at" in node and shapes.is_past(node["at"]):
            self.fault(path + ".at", f"{node['at']} has passed")

    def mail(self, node, path, own, _):
        self.choice(node, "kind", shapes.MAIL_KINDS, path)
        self.counts[f"mail {node.get('kind', 'any')}"] += 1
        self.timed(node, ["offset"], path, own)
        if node.get("attachment", True) is not True:
            self.fault(path + ".attachment", "is true or absent")
        if "amount" in node:
            amount = self.fields(node["amount"], {"is", "value", "currency"}, path + ".amount", ["is", "value"])
            self.choice(amount, "is", shapes.COMPARISONS, path + ".amount")
            self.number(amount, path + ".amount")
            self.timed(amount, ["value"], path + ".amount", own)
            if "currency" in amount and not re.fullmatch("[A-Z]{3}", str(amount["currency"])):
                self.fault(path + ".amount.currency", "is no ISO 4217 code")

    def calendar(self, node, path, own, nested):
        if "moment" not in node:
            self.fault(path, "moment is missing")
        self.choice(node, "moment", shapes.MOMENTS, path)
        self.counts[f"calendar {node.get('moment')}"] += 1
        self.timed(node, ["offset", "day", "time", "falls"], path, own)
        if "day" in node and ("offset" in node or type(node["day"]) is not int):
            self.fault(path + ".day", "is a whole number and cannot stand beside offset")
        if "time" in node and ("day" not in node or not shapes.is_time(node["time"])):
            self.fault(path + ".time", "is a clock time beside day")
        for name in ("first", "last"):
            if node.get(name, True) is not True:
                self.fault(f"{path}.{name}", "is true or absent")
        if "falls" in node:
            falls = self.fields(node["falls"], {"date", "weekday", "between", "dates"}, path + ".falls")
            if not falls:
                self.fault(path + ".falls", "is empty")
            self.span(falls, path + ".falls")
            if "date" in falls:
                self.day_or_moment(falls["date"], path + ".falls.date")

    def health(self, node, path, own, nested):
        self.counts[f"health {node.get('metric')}"] += 1
        if "metric" not in node or "is" not in node and not nested:
            self.fault(path, "metric and is are needed")
        self.choice(node, "metric", shapes.METRICS, path)
        self.choice(node, "is", shapes.STATES, path)
        self.choice(node, "over", {"day", "week", "month"}, path)
        if (node.get("is") in shapes.VALUED) != ("value" in node):
            self.fault(path, "value stands with above, below, at_least, at_most, rises, falls, and only there")
        self.number(node, path)
        self.timed(node, ["value", "for"], path, own)

    def number(self, node, path):
        if "value" in node and type(node["value"]) not in (int, float):
            self.fault(path + ".value", "is no number")

    def silence(self, node, path, own, _):
        if ("for" in node) == ("by" in node) or "by" in node and "after" in node:
            self.fault(path, "exactly one of for and by, and after only beside for")
        self.timed(node, ["for", "by"], path, own)
        if "by" in node and not shapes.is_time(node["by"]):
            self.day_or_moment(node["by"], path + ".by")
        self.trigger(node.get("of"), path + ".of", own, True)
        if "after" in node:
            self.trigger(node["after"], path + ".after", own, True)

    def span(self, node, path):
        if "weekday" in node and (not isinstance(node["weekday"], list) or set(node["weekday"]) - set(shapes.DAYS)):
            self.fault(path + ".weekday", "is no list of MO … SU")
        for name, good in (("between", shapes.is_time), ("dates", shapes.is_date)):
            ends = node.get(name, ["", ""])
            if name in node and (not isinstance(ends, list) or len(ends) != 2 or not all(map(good, ends))):
                self.fault(f"{path}.{name}", "is no pair of times or days")
        if "dates" in node and (node["dates"][1] < node["dates"][0] or shapes.is_past(node["dates"][1])):
            self.fault(path + ".dates", "ends before it starts or has passed")

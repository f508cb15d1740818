"""One labelled sentence, checked against the contract and the README of the sentences."""

import re
from collections import Counter

import shapes
from triggers import Triggers

ARTICLE = re.compile(r"(the|a|an|my|our|your|his|her|their|its)\s", re.I)
PERSON = {
    "my": "your", "i": "you", "me": "you", "mine": "yours", "am": "are", "myself": "yourself", "i'm": "you're",
    "i've": "you've", "i'll": "you'll", "i'd": "you'd", "im": "youre", "ive": "youve", "was": "were",
}
EXPLICIT = re.compile(
    r"\b(every\w*|any\w*|whenever|each|always|next|once|first|just|only|daily|nightly|weekly|all|when ?ever|evry)\b",
    re.I,
)
DEFAULTS = {
    "times": [["08:00"]], "offset": ["-PT30M"], "within": ["PT30M", "PT12H"], "count.value": [0, 1], "count.day": [0],
}
FREE = {"about", "from", "to", "with", "where", "calendar", "subject", "except", "say", "as", "name"}


class Sentence(Triggers):
    """One labelled sentence and what is wrong with it."""

    def __init__(self, record):
        self.faults, self.warnings, self.counts = [], [], Counter()
        self.marked = {}
        self.needed = set()
        if not isinstance(record, dict) or set(record) - {"text", "proposal", "marks", "alternatives"}:
            self.fault("", "expected text, proposal, marks and perhaps alternatives alone")
            return
        self.text = record.get("text")
        if not isinstance(self.text, str) or "\n" in self.text:
            self.fault("text", "is not one line of text")
            return
        self.marks(record.get("marks", {}))
        self.proposal(record.get("proposal"), "", True)
        for path in set(self.marked) - self.needed:
            self.fault("marks", f"{path!r} names no field of the proposal that is marked")
        own, self.counts = self.counts, Counter()
        for at, other in enumerate(record.get("alternatives", [])):
            self.proposal(other, f"alternatives[{at}].", False)
        self.counts = own

    def fault(self, path, why):
        self.faults.append(f"{path}: {why}" if path else why)

    def marks(self, marks):
        if not isinstance(marks, dict):
            self.fault("marks", "is not an object")
            return
        for path, runs in marks.items():
            for run in runs if isinstance(runs, list) else [runs]:
                if not isinstance(run, str) or not self.is_run(run):
                    self.fault("marks", f"{path}: {run!r} is no run of words of the text")
            self.marked[plain(path)] = runs

    def is_run(self, run):
        """Whole words; a digit may touch its unit ("5" in "5pm")."""
        edge = r"(?<![^\W\d])" if run[:1].isalpha() else r"(?<!\d)"
        tail = r"(?![^\W\d])" if run[-1:].isalpha() else r"(?!\d)"
        return bool(run) and run == run.strip() and bool(re.search(edge + re.escape(run) + tail, self.text))

    def fields(self, node, allowed, path, needed=()):
        if not isinstance(node, dict):
            self.fault(path, "is not an object")
            return {}
        for name in sorted(set(node) - set(allowed)):
            self.fault(path, f"unknown field {name!r}")
        for name in needed:
            if name not in node:
                self.fault(path, f"{name} is missing")
        for name, value in node.items():
            if name in FREE and isinstance(value, str) and (name != "from" or node.get("on") == "mail"):
                self.free(name, value, f"{path}.{name}")
            elif name == "calendar" or name not in FREE or node.get("on") == "time":
                continue
            else:
                self.fault(f"{path}.{name}", "is not text")
        return node

    def choice(self, node, name, allowed, path):
        if name in node and (not isinstance(node[name], str) or node[name] not in allowed):
            self.fault(f"{path}.{name}", f"{node[name]!r} is not one of {', '.join(sorted(allowed))}")

    def free(self, name, value, path):
        if name == "calendar" and value in ("free", "busy"):
            return
        found = ARTICLE.match(value)
        if found and name != "as":
            (self.warnings if value[0].isupper() else self.faults).append(f"{path}: leads with {found.group(1)!r}")
        if name != "say":
            if not self.is_run(value):
                self.fault(path, f"{value!r} is no run of words of the text")
            return
        words, text = tokens(value), tokens(self.text)
        if not any(
            all(have == want or PERSON.get(want.lower()) == have.lower() for have, want in zip(words, text[at:]))
            for at in range(len(text) - len(words) + 1)
        ):
            self.fault(path, f"{value!r} is no run of words of the text, person rewritten")
        if re.search(r"\b(my|I|i|me|mine|myself|am)\b", value):
            self.fault(path, f"{value!r} still speaks as the person")

    def timed(self, node, names, path, watch_marks=True):
        """Checks the marks of time-bearing and numeric fields."""
        for name in names:
            if name not in node or not watch_marks:
                continue
            whole = plain(f"{path}.{name}")
            self.needed.add(whole)
            runs = self.marked.get(whole)
            key = f"count.{name}" if path.endswith(".count") else name
            if runs is None:
                if node[name] not in DEFAULTS.get(key, []):
                    self.fault(f"{path}.{name}", "has no mark and is no default")
            elif name == "times" and len(runs if isinstance(runs, list) else [runs]) != len(node[name]):
                self.fault("marks", f"{whole}: one run for each time, please")

    def proposal(self, node, path, own):
        if not isinstance(node, dict):
            self.fault(path, "the proposal is not an object")
            return
        kind = node.get("kind")
        self.counts[f"kind {kind}"] += 1
        extra = {"watch": "watch", "question": "ask", "unsupported": "missing", "act": "do", "several": "of"}
        if kind not in list(extra) + ["query", "change", "none"]:
            self.fault(path + "kind", f"{kind!r} is no kind")
            return
        self.fields(node, {"kind", extra.get(kind, "kind")}, path, [extra[kind]] if kind in extra else [])
        for name, allowed in (("ask", shapes.ASKS), ("missing", shapes.MISSING), ("do", shapes.TASKS)):
            self.choice(node, name, allowed, path)
            if name in node:
                self.counts[f"{kind} {node[name]}"] += 1
        if kind == "several":
            if len(node.get("of", [])) < 2:
                self.fault(path + "of", "has fewer than two")
            for at, part in enumerate(node.get("of", [])):
                self.proposal(part, f"{path}of[{at}].", own)
        elif kind == "watch":
            self.watch(node.get("watch"), path, own)

    def watch(self, node, path, own):
        node = self.fields(node, {"when", "if", "then", "repeat", "until"}, path + "watch", ["when", "then", "repeat"])
        self.choice(node, "repeat", {"once", "always"}, path + "watch")
        for name, read in (("when", self.trigger), ("if", self.condition), ("then", self.action)):
            entries = node.get(name, [None] if name != "if" else [])
            if not isinstance(entries, list) or not entries and name in node:
                self.fault(path + name, "is not a list of at least one")
                continue
            for at, entry in enumerate(entries):
                read(entry, f"{path}{name}[{at}]", own)
        if "until" in node:
            self.day_or_moment(node["until"], path + "until")
            self.timed(node, ["until"], path + "watch", own)
            self.counts["until"] += 1
        if isinstance(node.get("when"), list) and not EXPLICIT.search(self.text):
            usual = "once" if all(happens_once(one) for one in node["when"]) else "always"
            if node.get("repeat") != usual:
                self.warnings.append(f"{path}repeat: {usual} is usual where the words say nothing")

    def condition(self, node, path, own):
        forms = [form for form in shapes.FORMS if isinstance(node, dict) and form in node]
        if len(forms) != 1:
            self.fault(path, f"expected exactly one of {', '.join(shapes.FORMS)}")
            return
        form = forms[0]
        self.counts[f"if {form}"] += 1
        self.fields(node, {"relation", "of", "within"} if form == "relation" else {form}, path)
        self.timed(node, ["weekday", "between", "dates"], path, own)
        self.span(node, path)
        if form == "relation":
            self.choice(node, "relation", {"after", "before", "during"}, path)
            self.trigger(node.get("of"), path + ".of", own, True)
            self.timed(node, ["within"], path, own)
            trouble = shapes.span_trouble(node.get("within", "PT30M"), False)
            if trouble or "within" in node and node["relation"] == "during":
                self.fault(path + ".within", trouble or "is absent under during")
        elif form == "calendar":
            self.choice(node, "calendar", {"free", "busy"}, path)
        elif form == "state":
            self.trigger(node["state"], path + ".state", own)
        elif form == "not":
            self.condition(node["not"], path + ".not", own)
        elif form == "any":
            for at, part in enumerate(node["any"]):
                self.condition(part, f"{path}.any[{at}]", own)
        elif form == "count":
            count = self.fields(node["count"], {"of", "is", "value", "over", "day"}, path + ".count", ["of", "is", "value", "over"])
            self.choice(count, "is", shapes.COMPARISONS, path + ".count")
            self.choice(count, "over", {"day", "week"}, path + ".count")
            self.number(count, path + ".count")
            self.timed(count, ["value", "day"], path + ".count", own)
            self.trigger(count.get("of"), path + ".count.of", own, True)

    def action(self, node, path, own):
        do = node.get("do") if isinstance(node, dict) else None
        if do not in shapes.ACTIONS:
            self.fault(path, f"{do!r} is no action")
            return
        self.counts[f"then {do}"] += 1
        self.fields(node, {"do"} | shapes.ACTIONS[do], path, [shapes.NEEDED[do]] if do in shapes.NEEDED else [])
        self.timed(node, ["for", "level", "till"], path, own)
        self.choice(node, "via", {"phone", "desktop", "mail"}, path)
        if do == "digest":
            self.choice(node, "of", {"mail", "calendar", "health", "follow_ups"}, path)
        if "for" in node and shapes.span_trouble(node["for"], False):
            self.fault(path + ".for", shapes.span_trouble(node["for"], False))
        if "till" in node and not shapes.is_time(node["till"]):
            self.fault(path + ".till", "is no clock time")
        if node.get("urgent", True) is not True:
            self.fault(path + ".urgent", "is true or absent")
        if "level" in node and node["level"] not in range(101):
            self.fault(path + ".level", "is not 0 to 100")


def plain(path):
    """Marks may leave out the wrappers of a condition and of the watch."""
    return re.sub(r"\bwatch\.|\.(state|count|not)(?=\.)", "", path)


def tokens(text):
    return re.findall(r"\w+(?:['’]\w+)*|[^\w\s]", text.replace("’", "'"))


def happens_once(trigger):
    if not isinstance(trigger, dict):
        return True
    on = trigger.get("on")
    if on == "mail":
        return trigger.get("kind") in shapes.HAPPENS_ONCE
    if on == "calendar":
        return "about" in trigger or "date" in trigger.get("falls", {})
    return on == "silence" or on == "time" and "every" not in trigger

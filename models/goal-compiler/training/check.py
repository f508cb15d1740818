#!/usr/bin/env python3
"""Checks files of labelled sentences: python3 check.py sentences/NAME.jsonl … (all of them when none is named).

Prints FILE:LINE and why for each fault ("warning:" where it may be meant), then counts; exits 1 if there were faults.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from sentence import Sentence

FOLDER = Path(__file__).parent / "sentences"


def main(names):
    everything = sorted(FOLDER.glob("*.jsonl"))
    wanted = [Path(name).resolve() for name in names] or [path.resolve() for path in everything]
    seen, counts, faults, warnings, sentences = {}, Counter(), 0, 0, 0
    files = {path.resolve() for path in everything} | set(wanted)
    for path in sorted(files, key=lambda one: (one in wanted, one)):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            here = f"{path.name}:{number}"
            try:
                record = json.loads(line)
                key = " ".join(re.findall(r"\w+", str(record["text"]).lower())) or record["text"]
            except (ValueError, KeyError, TypeError) as trouble:
                if path in wanted:
                    print(f"{here} not a sentence: {trouble}")
                    faults += 1
                continue
            first = seen.setdefault(key, here)
            if path not in wanted:
                continue
            try:
                sentence = Sentence(record)
            except (TypeError, AttributeError, IndexError, KeyError, ValueError) as trouble:
                print(f"{here} has a field of the wrong type: {trouble}")
                faults += 1
                continue
            if first != here:
                sentence.fault("text", f"stands already in {first}")
            for fault in sentence.faults:
                print(f"{here} {fault}")
            for warning in sentence.warnings:
                print(f"{here} warning: {warning}")
            faults += len(sentence.faults)
            warnings += len(sentence.warnings)
            counts += sentence.counts
            sentences += 1
    for name, number in sorted(counts.items()):
        print(f"{number:6} {name}")
    print(f"{sentences} sentences, {faults} faults, {warnings} warnings")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

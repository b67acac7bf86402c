#!/usr/bin/env python3
"""Counts for how many of the claims that case folders quote the program makes a claim with that span and value.

usage: score_claims.py --binary PATH [--verbose] CASE_OR_SET...

A case is a folder with documents and a gold.json whose discrepancies and traps quote claims. The program runs once per case as
    PATH claims CASE --format jsonl
A quoted claim is covered when a claim of the same document stands in its words (their byte ranges overlap) and its value is
the gold's: the same number where the gold names one, words in common where it names words, and a value that stands inside the
quote where it names none. The last line is the share that is covered.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess

SMALL = dict(zero=0, no=0, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12)


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()


def numbers(text):
    found = {float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    return found | {float(SMALL[w]) for w in re.findall(r"[a-z]+", text.lower()) if w in SMALL}


def agrees(claim, gold, quote):
    """The claim's value is the gold's; without one, it stands in the quote."""
    text = squeeze(claim["value"]["text"])
    if not gold:
        return text in quote or quote in text
    wanted = numbers(gold)
    if wanted:
        value = claim["value"]
        bounds = {float(value[k]) for k in ("lower", "upper") if value.get(k) is not None}
        return bool(wanted & (numbers(text) | bounds)) or text in quote
    words = set(re.findall(r"\w+", gold.lower()))
    return bool(words & set(re.findall(r"\w+", text.lower()))) or text in quote


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()
    cases = []
    for path in map(pathlib.Path, options.paths):
        cases += [path] if (path / "gold.json").exists() else sorted(p.parent for p in path.glob("*/gold.json"))
    covered, total = collections.Counter(), collections.Counter()
    for case in cases:
        gold = json.loads((case / "gold.json").read_text())
        run = subprocess.run([options.binary, "claims", str(case), "--format", "jsonl"], capture_output=True, text=True)
        claims = collections.defaultdict(list)
        for line in run.stdout.splitlines():
            claim = json.loads(line)
            claims[pathlib.PurePath(claim["document"]).name.split("#")[0]].append(claim)
        for group in ("discrepancies", "traps"):
            for entry in gold[group]:
                for quoted in entry["claims"]:
                    quote = squeeze(quoted["quote"])
                    near = [c for c in claims[quoted["doc"]]
                            if squeeze(c["quote"]) in quote or quote in squeeze(c["quote"])
                            or (quote in squeeze(c["sentence"]) or squeeze(c["sentence"]) in quote)]
                    found = any(agrees(c, quoted.get("value"), quote) for c in near)
                    total[group] += 1
                    covered[group] += found
                    if options.verbose and not found:
                        print(f"{case.name} {entry['id']}: {quote} => {quoted.get('value', '')}")
    for group in ("discrepancies", "traps"):
        print(f"{group}: {covered[group]} of {total[group]}")
    print(f"covered {sum(covered.values()) / max(1, sum(total.values())):.3f}")


main()

#!/usr/bin/env python3
"""Scores the names of persons, organizations and places against a treebank with entities in GUM's notation.

usage: score_names.py --names FILE.tsv FILE.conllu
       score_names.py --raw FILE.conllu > FILE.txt

The text to analyse is written by --raw; the names found in it are given as lines "start, end, type, …" with tabs between them,
in bytes of that text. An entity of the treebank counts when its head is a proper noun; its name is the run of words with a
capital or a digit around the head, small words such as "of" inside it included, a leading determiner left out. Of names
inside one another the outermost counts. A name is found when both ends and the type are right; a title is part of the name.
"""
import argparse
import re

TYPES = {"person", "organization", "place"}
INNER = {"of", "the", "and", "for", "de", "la", "del", "in", "on", "&", "-", "–", "'s", "’s"}


def sentences(path):
    """Yields lists of words with their places in the raw text, and the text at the end."""
    text, words, multiword = "", [], (0, False)
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newpar") or line.startswith("# newdoc"):
            text += "\n\n" if text else ""
        if not line:
            yield words, None
            words, multiword = [], (0, False)
        if not line or line.startswith("#"):
            continue
        c = line.split("\t")
        space = "" if "SpaceAfter=No" in c[9] else " "
        if "-" in c[0]:
            multiword = (int(c[0].split("-")[1]), space)
            continue
        if "." in c[0]:
            continue
        start = len(text.encode())
        text += c[1]
        words.append({"form": c[1], "upos": c[3], "head": int(c[6]) - 1, "note": c[9], "start": start,
                      "end": len(text.encode())})
        if int(c[0]) < multiword[0]:
            continue
        text += multiword[1] if int(c[0]) == multiword[0] else space
    yield words, text


def entities(words):
    stack, found = [], []
    for place, word in enumerate(words):
        field = next((f[7:] for f in word["note"].split("|") if f.startswith("Entity=")), "")
        for opening, body, closing in re.findall(r"(\(?)([^()]*)(\)?)", field):
            if opening:
                stack.append([body.split("-")[0], body.split("-")[1], place])
                if closing:
                    found.append((stack.pop()[1:], place + 1))
            elif closing:
                index = max((i for i, e in enumerate(stack) if e[0] == body), default=None)
                if index is not None:
                    found.append((stack.pop(index)[1:], place + 1))
    return [(start, end, kind) for (kind, start), end in found]


def name(start, end, words):
    head = next((i for i in range(start, end) if not start <= words[i]["head"] < end), None)
    if head is None or words[head]["upos"] != "PROPN":
        return None

    def reach(step):
        last, place = head, head + step
        while start <= place < end:
            first = words[place]["form"][0]
            if first.isupper() or any(x.isdigit() for x in words[place]["form"]):
                last = place
            elif not (words[place]["form"] in INNER and start <= place + step < end):
                break
            place += step
        return last

    first = reach(-1)
    while first < head and words[first]["upos"] in ("DET", "PRON"):
        first += 1
    return first, reach(1) + 1


def gold(path):
    names, text = set(), ""
    for words, whole in sentences(path):
        text = whole or text
        covered = set()
        for start, end, kind in sorted(entities(words), key=lambda e: (e[0], -e[1])):
            span = name(start, end, words)
            if span and not covered & set(range(*span)):
                covered |= set(range(*span))
                if kind in TYPES:
                    names.add((words[span[0]]["start"], words[span[1] - 1]["end"], kind))
    return names, text


parser = argparse.ArgumentParser()
parser.add_argument("--raw", action="store_true")
parser.add_argument("--names")
parser.add_argument("--show", action="store_true", help="list what was missed and what was wrong")
parser.add_argument("file")
options = parser.parse_args()
right, text = gold(options.file)
if options.raw:
    print(text, end="")
    raise SystemExit
found = set()
for line in open(options.names, encoding="utf-8"):
    start, end, kind, form = line.split("\t")[:4]
    if kind in TYPES and form != "noun" and (form, kind) != ("nationality", "place"):
        found.add((int(start), int(end), kind))
for kind in sorted(TYPES) + ["all"]:
    g = {n for n in right if kind in (n[2], "all")}
    f = {n for n in found if kind in (n[2], "all")}
    precision, recall = len(g & f) / max(len(f), 1), len(g & f) / max(len(g), 1)
    print("%-12s gold %4d found %4d precision %.3f recall %.3f F1 %.3f" % (
        kind, len(g), len(f), precision, recall, 2 * len(g & f) / max(len(g) + len(f), 1)))
if options.show:
    data = text.encode()
    for start, end, kind in sorted(right ^ found):
        mark = "missed" if (start, end, kind) in right else "wrong "
        print(mark, kind, data[start:end].decode(errors="replace"), sep="\t")

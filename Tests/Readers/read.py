#!/usr/bin/env python3
"""Reads reports as other programs do, with libraries that know nothing of Crosscheck.

Usage: read.py READER FILE...

Prints a JSON list with what the reader found in each file; fails where a file is not well-formed.
READER: csv, json, jsonl, sarif, xml, checkstyle, junit (xml.etree), junitparser, html5lib.
Exit status 3: the reader's library is not installed.
"""
import csv
import json
import sys
import xml.etree.ElementTree as ElementTree


def read_csv(path):
    # The largest cell that the samples hold is larger than what the module takes unasked.
    csv.field_size_limit(1 << 28)
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    return [[row["path"], row["rule"], row["message"], row["quote"], row["status"]] for row in rows]


def read_discrepancies(discrepancies, documents):
    paths = {document["id"]: document["path"] for document in documents}
    return [
        [paths[claim["document"]], found["rule"], found["message"], claim["quote"], found["status"]]
        for found in discrepancies
        for claim in found["claims"]
    ]


def strict(pairs):
    keys = [key for key, _ in pairs]
    assert len(set(keys)) == len(keys), "a key stands twice in one object"
    return dict(pairs)


def load(text):
    return json.loads(text, object_pairs_hook=strict)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        report = load(file.read())
    return read_discrepancies(report["discrepancies"], report["documents"])


def read_jsonl(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        found = [load(line) for line in file]
    return [[one["rule"], one["message"], claim["quote"], one["status"]] for one in found for claim in one["claims"]]


def read_sarif(path):
    with open(path, encoding="utf-8") as file:
        log = load(file.read())
    return [
        [result["ruleId"], result["level"], result.get("baselineState"), len(result.get("suppressions", []))]
        for run in log["runs"]
        for result in run["results"]
    ]


def read_xml(path):
    name = "{urn:crosscheck:report:1}"
    root = ElementTree.parse(path).getroot()
    paths = {one.get("id"): one.get("path") for one in root.iter(name + "document")}
    return [
        [paths[claim.get("document")], found.get("rule"), found.findtext(name + "message"),
         claim.findtext(name + "quote"), found.get("status")]
        for found in root.find(name + "discrepancies")
        for claim in found.iter(name + "claim")
    ]


def read_checkstyle(path):
    root = ElementTree.parse(path).getroot()
    assert root.tag == "checkstyle"
    return [
        [file.get("name"), int(error.get("line")), error.get("severity"), error.get("source"), error.get("message")]
        for file in root
        for error in file
    ]


def case_outcome(case):
    for outcome in ["failure", "skipped", "system-out"]:
        if case.find(outcome) is not None:
            return outcome
    return "passed"


def read_junit(path):
    root = ElementTree.parse(path).getroot()
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        for key, outcome in [("failures", "failure"), ("skipped", "skipped")]:
            assert int(suite.get(key)) == sum(case_outcome(case) == outcome for case in cases)
    return [[suite.get("name"), case.get("name"), case_outcome(case)] for suite in root for case in suite]


def read_junitparser(path):
    import junitparser

    xml = junitparser.JUnitXml.fromfile(path)

    def outcome(case):
        if not case.result:
            return "system-out" if case.system_out else "passed"
        return {"Failure": "failure", "Skipped": "skipped"}[type(case.result[0]).__name__]

    found = [[suite.name, case.name, outcome(case)] for suite in xml for case in suite]
    counts = [xml.tests, xml.failures, xml.skipped]
    xml.update_statistics()
    assert counts == [xml.tests, xml.failures, xml.skipped], "the counts are not those of the cases"
    return found


def read_html5lib(path):
    import html5lib

    with open(path, "rb") as file:
        # Strict: the first parse error of the standard is an exception.
        page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(file, transport_encoding="utf-8")
    return [
        ["".join(article.find("h3").itertext()), article.get("data-status"), len(article.findall(".//blockquote"))]
        for article in page.iter("article")
    ]


def main():
    reader = globals()["read_" + sys.argv[1]]
    try:
        found = [reader(path) for path in sys.argv[2:]]
    except ModuleNotFoundError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
    json.dump(found, sys.stdout)


main()

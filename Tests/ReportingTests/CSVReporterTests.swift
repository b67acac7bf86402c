import Extraction
import Foundation
import TestSupport
import Testing

@testable import Reporting

struct CSVReporterTests {
    /// Reads RFC 4180 as strictly as it is written.
    private func rows(of bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = [[]]
        var cell: [UInt8] = []
        var index = 0
        var isQuoted = false
        func peek(_ offset: Int = 0) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }
        while let byte = peek() {
            index += 1
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), true) where peek() == UInt8(ascii: "\""):
                cell.append(byte)
                index += 1
            case (UInt8(ascii: "\""), true): isQuoted = false
            case (UInt8(ascii: "\""), false):
                #expect(cell.isEmpty, "a quotation mark inside a bare cell")
                isQuoted = true
            case (UInt8(ascii: ","), false), (0x0D, false):
                rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 0x0D {
                    #expect(peek() == 0x0A)
                    index += 1
                    rows.append([])
                }
            default: cell.append(byte)
            }
        }
        #expect(rows.last == [] && cell.isEmpty && !isQuoted, "the last line has no end")
        return rows.dropLast()
    }

    private func table(of report: Report) throws -> [[String: String]] {
        let rows = try rows(of: try CSVReporter().bytes(of: report))
        let header = try #require(rows.first)
        return rows.dropFirst().map { row in
            #expect(row.count == header.count)
            return Dictionary(uniqueKeysWithValues: zip(header, row))
        }
    }

    @Test func writesARowForEachClaim() throws {
        let table = try table(of: Sample.report)
        #expect(table.map { $0["claim"] } == ["c1", "c2"])
        #expect(table.map { $0["primary"] } == ["true", "false"])
        #expect(table.map { $0["path"] } == ["news/a.txt", "news/b.md"])
        #expect(table.map { $0["lower"] } == ["150", "145"])
        #expect(table.map { $0["open"] } == ["lower", ""])
        #expect(table.map { $0["reading"] } == ["(150, ∞)", "[145, 145]"])
        #expect(table[0]["message"] == "Deaths (fire, Tarn, May 2025): over 150 and 145 cannot both hold.")
        #expect(table[0]["time_to"] == "2025-05-31")
        #expect(table[1]["scope"] == "the district")
        #expect(Set(table.map { $0["discrepancy"] }) == ["0123456789abcdef0123456789abcdef"])
    }

    @Test func writesAHeaderForNothing() throws {
        let rows = try rows(of: try CSVReporter().bytes(of: Sample.emptyReport))
        #expect(rows.count == 1)
        #expect(rows[0].prefix(3) == ["discrepancy", "kind", "relation"])
    }

    /// The page on formats tells of every column, in order.
    @Test func documentsItsColumns() throws {
        let page = try String(contentsOf: BuiltProgram.package.appending(path: "docs/formats.md"), encoding: .utf8)
        let header = try #require(try rows(of: try CSVReporter().bytes(of: Sample.emptyReport)).first)
        let columns = try #require(page.range(of: "## The columns of `csv`")?.upperBound)
        let documented = page[columns...].split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^\| `([a-z_]+)` \|/).map { String($0.output.1) }
        }
        #expect(documented == header)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("  =1", "'  =1"),
        ("\u{FEFF}=1", "'\u{FEFF}=1"), ("＝1", "'＝1"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("\nx", "'\nx"),
        ("", ""), ("145 people", "145 people"), ("a=b", "a=b"), ("'quoted'", "'quoted'"), ("“=”", "“=”"),
    ])
    func guardsAgainstFormulas(text: String, expected: String) {
        #expect(SpreadsheetText.guarded(text) == expected)
    }

    @Test func leavesNumbersAlone() throws {
        var claims = Sample.claims
        claims[0].value = SampleValues.all[2]
        let report = Report(
            generator: "", documents: Sample.documents, discrepancies: [Sample.discrepancy(claims: claims)],
            coverage: Sample.coverage)
        let row = try #require(try table(of: report).first)
        #expect(row["lower"] == "-0.5")
        #expect(row["value"] == "'-0.5 °C")
    }

    @Test(arguments: NastyText.all.indices)
    func takesAnyText(index: Int) throws { try expectFaithful(NastyText.all[index].text) }

    @Test(arguments: 1...40)
    func takesRandomText(seed: Int) throws { try expectFaithful(NastyText.random(UInt64(seed))) }

    private func expectFaithful(_ text: String) throws {
        let table = try table(of: NastyText.report(text).report)
        let expected = Array(SpreadsheetText.guarded(XMLText.clean(text)).utf8)
        #expect(table.count == 2)
        for row in table {
            for name in ["quote", "sentence", "path", "title", "subject", "unit", "time"] {
                #expect(Array(try #require(row[name]).utf8) == expected)
            }
        }
    }
}

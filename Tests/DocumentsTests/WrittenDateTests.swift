import Testing

@testable import Documents

@Suite("Dates of header lines")
struct WrittenDateTests {
    @Test(
        "are read where they leave no doubt",
        arguments: [
            ("3 October 2024, 14:20 local", "2024-10-03"), ("Oct. 3, 2024", "2024-10-03"),
            ("Friday, 22 November 2024", "2024-11-22"), ("22nd Nov 2024", "2024-11-22"), ("Sept 1, 2024", "2024-09-01"),
            ("March 2025", "2025-03"), ("on 2024-10-03 at noon", "2024-10-03"), ("3.10.2024", "2024-10-03"),
            ("2024/10/03", "2024-10-03"), ("29 February 2023", nil), ("31 June 2024", nil), ("3/10/2024", nil),
            ("May 10", nil), ("we may 10 2024", nil), ("10 people", nil), ("", nil), ("32 May 2024", nil),
            ("99999999999999999999 May 2024", nil),
        ] as [(String, String?)])
    func dates(line: String, expected: String?) {
        #expect(WrittenDate.first(in: line)?.interval?.description == expected)
    }

    @Test("take the weekday before them")
    func range() {
        #expect(WrittenDate.first(in: "by Friday 14 April 2023.")?.range == 3..<23)
    }

    @Test("without a year stay open")
    func yearless() {
        #expect(WrittenDate.first(in: "LASKO, May 10 (Wire)") == WrittenDate(interval: nil, range: 7..<13))
    }

    @Test(
        "tell how long ago a page was published",
        arguments: [
            ("18 hours ago", 0...1), ("2 days ago", 2...2), ("24 hours ago", 1...1), ("an hour ago", 0...1),
            ("yesterday", 1...1), ("1 week ago", 7...13), ("5m ago", 0...0), ("2 days ago he left", nil), ("soon", nil),
            ("12345 days ago", nil),
        ] as [(String, ClosedRange<Int>?)])
    func ages(line: String, days: ClosedRange<Int>?) {
        #expect(RelativeDate(line: line)?.days == days)
    }

    @Test(
        "stand in datelines",
        arguments: [
            ("EASTPORT, May 10 (Gull Wire) -- Rain.", "Gull Wire", 32), ("LA SALA (GW) - Rain.", "GW", 15),
            ("EASTPORT — Rain.", nil, 13), ("EASTPORT, Norland, June 17, 2024 – Rain.", nil, 37),
        ] as [(String, String?, Int)])
    func datelines(paragraph: String, agency: String?, end: Int) throws {
        let dateline = try #require(Dateline(paragraph: Array(paragraph.utf8)))
        #expect(dateline.agency == agency)
        #expect(Array(paragraph.utf8)[dateline.end...].starts(with: "Rain.".utf8))
        #expect(dateline.end == end)
    }

    @Test(
        "are no datelines in other sentences",
        arguments: [
            "US President Trump - who spoke first - left.", "EU - the bloc", "The end - at last.", "A-B - c", "",
            "NOTE: this - is one.", "EASTPORT is a town.", "é", "É—",
        ])
    func noDateline(paragraph: String) {
        #expect(Dateline(paragraph: Array(paragraph.utf8)) == nil)
    }
}

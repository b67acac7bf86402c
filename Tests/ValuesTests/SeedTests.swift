import Documents
import Foundation
import Language
import Testing
import Values

/// Every number and date of the sample documents, checked by hand.
struct SeedTests {
    struct Seed: Sendable, CustomTestStringConvertible {
        var file: String
        /// For those that do not say it themselves.
        var published: String?
        var quantities: [String]
        var times: [String]
        var testDescription: String { file }
    }

    private static let seeds: [Seed] = [
        Seed(
            file: "embassies-in-kabul.txt", published: "2025-07-21",
            quantities: [
                "three = [3, 3] states",
                "40 = [40, 40] countries",
                "Over a dozen = (12, ∞) countries",
                "at least 940 = [940, ∞) lives",
                "one = [1, 1] village",
                "at least 22 = [22, ∞) people",
                "at least 718 = [718, ∞) people",
                "146 = [146, 146] Druze fighters",
                "245 = [245, 245] civilians",
                "two = [2, 2] ministries",
                "165 = [165, 165] civilians",
                "287 = [287, 287] government troops",
                "18 = [18, 18] Bedouin fighters",
                "three = [3, 3] Bedouin",
                "fifteen = [15, 15] government troops",
            ],
            times: [
                "from 1979 to 1989 = 1979/1989 from 1979-01-01 to 1989-12-31",
                "from 1996 to 2001 = 1996/2001 from 1996-01-01 to 2001-12-31",
                "Since 15 August 2021 = 2021-08-15 from 2021-08-15",
                "5 February this year = 2025-02-05",
                "December 2023 = 2023-12 from 2023-12-01 to 2023-12-31",
                "by 2025 = 2025 to 2025-12-31",
                "June 2024 = 2024-06 from 2024-06-01 to 2024-06-30",
                "29 December 2023 = 2023-12-29",
                "September 2024 = 2024-09 from 2024-09-01 to 2024-09-30",
                "17 April 2025 = 2025-04-17",
                "Saturday = XXXX-WXX-6 on 2025-07-19",
                "since last week = 2025-W28 from 2025-07-07",
                "December = XXXX-12 from 2024-12-01 to 2024-12-31",
                "Saturday = XXXX-WXX-6 on 2025-07-19",
                "a week = P1W 604800 s",
            ]),
        Seed(
            file: "moscow-accepts-envoy.txt", published: "2025-07-03",
            quantities: [
                "two = [2, 2] governments",
                "billions of dollars = [1000000000, 10000000000) $",
                "two decades = [2, 2] decade",
                "149 = [149, 149] lives",
                "one = [1, 1] analyst",
                "two = [2, 2] countries",
                "About 15,000 = [14500, 15500]",
            ],
            times: [
                "Thursday = XXXX-WXX-4 on 2025-07-03",
                "2021 = 2021 from 2021-01-01 to 2021-12-31",
                "four years ago = 2021 from 2021-01-01 to 2021-12-31",
                "two decades = P2DE 630720000 s",
                "2003 = 2003 from 2003-01-01 to 2003-12-31",
                "April this year = 2025-04 from 2025-04-01 to 2025-04-30",
                "since 2022 = 2022 from 2022-01-01",
                "March 2024 = 2024-03 from 2024-03-01 to 2024-03-31",
                "1979 = 1979 from 1979-01-01 to 1979-12-31",
                "a decade = P1DE 315360000 s",
                "1989 = 1989 from 1989-01-01 to 1989-12-31",
            ]),
        Seed(
            file: "prestige-column.md",
            quantities: [
                "half a century = [0.475, 0.525] century", "One = [1, 1] outcast",
            ],
            times: [
                "now = PRESENT_REF on 2025-08-11",
                "since 2022 = 2022 from 2022-01-01",
                "half a century = P0.5CE 1576800000 s",
                "December = XXXX-12 from 2024-12-01 to 2024-12-31",
                "June = XXXX-06 from 2025-06-01 to 2025-06-30",
                "July = XXXX-07 from 2025-07-01 to 2025-07-31",
                "Three months earlier = 2025-04 from 2025-04-01 to 2025-04-30",
                "April = XXXX-04 from 2025-04-01 to 2025-04-30",
                "2024 = 2024 from 2024-01-01 to 2024-12-31",
                "2008 = 2008 from 2008-01-01 to 2008-12-31",
            ]),
        Seed(
            file: "recognition-analysis.md",
            quantities: [
                "almost four years = [3.8, 4] year",
                "one = [1, 1] reason",
                "four = [4, 4] gunmen",
                "145 = [145, 145] people",
                "One = [1, 1] permanent members",
                "five = [5, 5] permanent members",
                "one = [1, 1]",
            ],
            times: [
                "four years = P4Y 126144000 s",
                "July 2025 = 2025-07 from 2025-07-01 to 2025-07-31",
                "March 2024 = 2024-03 from 2024-03-01 to 2024-03-31",
                "now = PRESENT_REF on 2025-08-04",
            ]),
        Seed(
            file: "doha-and-after.html",
            quantities: [
                "two = [2, 2] grudges",
                "nine more years = [9, 9] year",
                "Over 150 = (150, ∞) people",
                "over 100 = (100, ∞)",
                "four = [4, 4] armed men",
                "twenty years = [20, 20] year",
                "half = [0.475, 0.525] (ratio)",
            ],
            times: [
                "August 2021 = 2021-08 from 2021-08-01 to 2021-08-31",
                "July 2025 = 2025-07 from 2025-07-01 to 2025-07-31",
                "since the early 2010s = 201 from 2010-01-01",
                "2015 = 2015 from 2015-01-01 to 2015-12-31",
                "March 2024 = 2024-03 from 2024-03-01 to 2024-03-31",
                "twenty years = P20Y 630720000 s",
                "each year = P1Y",
                "February 2024 = 2024-02 from 2024-02-01 to 2024-02-29",
                "30 June 2024 = 2024-06-30",
                "2 July = XXXX-07-02 on 2025-07-02",
            ]),
    ]

    @Test(arguments: seeds)
    func reads(seed: Seed) throws {
        let path = Reading.package.appending(path: "seeds/" + seed.file).path
        var quantities: [String] = []
        var times: [String] = []
        let told = Metadata(published: seed.published.flatMap { DayInterval(iso: $0) })
        for document in try DocumentReader().read(path: path, override: told).documents {
            let (analysis, mentions) = Reading.mentions(document)
            quantities += mentions.quantities.map { Self.collapsed(Reading.describe($0, in: analysis)) }
            times += mentions.times.map { Self.collapsed(Reading.describe($0, in: analysis)) }
        }
        #expect(quantities == seed.quantities)
        #expect(times == seed.times)
    }

    private static func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

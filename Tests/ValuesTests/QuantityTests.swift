import Documents
import Language
import Testing
import Values

/// What is read of numbers: words, interval, unit, noun; several stand apart by " | ".
struct QuantityTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var expected: String
        var testDescription: String { text }

        init(_ text: String, _ expected: String) {
            self.text = text
            self.expected = expected
        }
    }

    private func read(_ text: String, language: String? = nil) -> String {
        let (analysis, mentions) = Reading.mentions(text, language: language)
        return mentions.quantities.map { Reading.describe($0, in: analysis) }.joined(separator: " | ")
    }

    @Test(arguments: [
        Row("Gunmen killed 145 people.", "145 = [145, 145] people"),
        Row("It holds 1,200 seats.", "1,200 = [1200, 1200] seats"),
        Row(
            "It holds 1\u{A0}200\u{202F}300 seats and 40 000 more.",
            "1\u{A0}200\u{202F}300 = [1200300, 1200300] seats | 40 000 = [40000, 40000]"),
        Row("12,34,567 voters", "12,34,567 = [1234567, 1234567] voters"),
        Row(
            "Two hundred and fifty-three thousand voters",
            "Two hundred and fifty-three thousand = [252500, 253500) voters"),
        Row("They had 3.4 million visitors.", "3.4 million = [3350000, 3450000) visitors"),
        Row("a dozen eggs, two dozen loaves", "a dozen = [12, 12] eggs | two dozen = [24, 24] loaves"),
        Row("half a million cups", "half a million = [450000, 550000) cups"),
        Row("a quarter of a million plates", "a quarter of a million = [200000, 300000) plates"),
        Row("3 hundred and one rooms", "3 hundred and one = [301, 301] rooms"),
        Row("minus five, negative one voter", "minus five = [-5, -5] | negative one = [-1, -1] voter"),
        Row("The trip took three hours and ten minutes.", "three hours and ten minutes = [190, 190] minute"),
        Row("He got four years and six months.", "four years and six months = [54, 54] month"),
        Row("It fell to minus 34C, then -12C.", "minus 34C = [-34, -34] °C | -12C = [-12, -12] °C"),
        Row(
            "The men, ages 25, 26 and 33, left.",
            "25 = [25, 25] year (age) | 26 = [26, 26] year (age) | 33 = [33, 33] year (age)"),
        Row("Shares fell to 4.25p each.", "4.25p = [4.245, 4.255) penny"),
        Row("nine point nought four", "nine point nought four = [9.035, 9.045)"),
        Row("three lakh crore", "three lakh crore = [2500000000000, 3500000000000)"),
        Row("12.32e+14 cells", "12.32e+14 = [1231500000000000, 1232500000000000) cells"),
        Row("10 1/2 laps and 2½ laps", "10 1/2 = [9.975, 11.025] laps | 2½ = [2.375, 2.625] laps"),
        Row("No one was hurt. There were no casualties.", "No one = [0, 0] | no = [0, 0] casualties"),
    ])
    func numbers(row: Row) { #expect(read(row.text) == row.expected) }

    @Test(arguments: [
        Row("Over 150 people were killed.", "Over 150 = (150, ∞) people"),
        Row("More than 150 people were killed.", "More than 150 = (150, ∞) people"),
        Row(
            "At least 718 people, no fewer than 40 shops",
            "At least 718 = [718, ∞) people | no fewer than 40 = [40, ∞) shops"),
        Row(
            "Up to 500 guests and as many as 60 cooks", "Up to 500 = (-∞, 500] guests | as many as 60 = (-∞, 60] cooks"),
        Row(
            "Fewer than 20 voters, under 5 per cent",
            "Fewer than 20 = (-∞, 20) voters | under 5 per cent = (-∞, 5) percent"),
        Row("About 15,000 Soviet soldiers died.", "About 15,000 = [14500, 15500] Soviet soldiers"),
        Row("Some 300 homes burned.", "Some 300 = [250, 350] homes"),
        Row("Nearly 300 homes burned.", "Nearly 300 = [250, 300] homes"),
        Row("an estimated 2 million birds", "an estimated 2 million = [1500000, 2500000] birds"),
        Row(
            "300-odd men, 50 or more trucks, 20 or so tents",
            "300-odd = [250, 350] men | 50 or more = [50, ∞) trucks | 20 or so = [15, 25] tents"),
        Row("Dozens of people were hurt.", "Dozens = [12, 120) people"),
        Row("tens of thousands of fans", "tens of thousands = [10000, 100000) fans"),
        Row(
            "several hundred villagers and a few dozen goats",
            "several hundred = [300, 1000) villagers | a few dozen = [24, 120) goats"),
        Row("a handful of soldiers", "a handful = [2, 11) soldiers"),
    ])
    func hedges(row: Row) { #expect(read(row.text) == row.expected) }

    @Test(arguments: [
        Row("Between 10 and 12 people came.", "Between 10 and 12 = [10, 12] people"),
        Row("10 to 12 people came.", "10 to 12 = [10, 12] people"),
        Row("10–12 people came.", "10–12 = [10, 12] people"),
        Row("It cost $26 to $31 million.", "$26 to $31 million = [25500000, 31500000) $"),
        Row("between two and three hundred pounds", "between two and three hundred pounds = [200, 300] pound"),
        Row("It rose between 5% and 6%.", "between 5% and 6% = [5, 6] percent"),
        Row("It rose 10 per cent to 50 per cent.", "10 per cent = [10, 10] percent | 50 per cent = [50, 50] percent"),
        Row("The toll rose from 19 to 34.", "19 = [19, 19] | 34 = [34, 34]"),
        Row("Two or three men came.", "Two or three = [2, 3] men"),
    ])
    func ranges(row: Row) { #expect(read(row.text) == row.expected) }

    @Test(arguments: [
        Row(
            "Profit was £250k, then $1.3bn, then €5m.",
            "£250k = [249500, 250500) GBP | $1.3bn = [1250000000, 1350000000) $ | €5m = [4500000, 5500000) EUR"),
        Row(
            "US$40,000, A$10, Rs 500, USD1,700 and RM23.50",
            "US$40,000 = [40000, 40000] USD | A$10 = [10, 10] AUD | Rs 500 = [500, 500] rupee | USD1,700 = [1700, 1700] USD | RM23.50 = [23.495, 23.505) MYR"
        ),
        Row(
            "7.5 million Danish crowns and 68p",
            "7.5 million Danish crowns = [7450000, 7550000) DKK | 68p = [68, 68] penny"),
        Row("thirteen dollars and forty-five cents", "thirteen dollars and forty-five cents = [13.445, 13.455) $"),
        Row(
            "$5 million a year, $30 a head, $2.11 per gallon",
            "$5 million = [4500000, 5500000) $ per year | $30 = [30, 30] $ per head | $2.11 = [2.105, 2.115) $ per gallon"
        ),
        Row(
            "4.5 percentage points to 12 per cent",
            "4.5 percentage points = [4.45, 4.55) percentage-point | 12 per cent = [12, 12] percent"),
        Row("a 30-inch pipe of 500 km", "30-inch = [30, 30] in | 500 km = [500, 500] km"),
        Row(
            "2.5 billion cubic feet at 900 km/h",
            "2.5 billion cubic feet = [2450000000, 2550000000) ft³ | 900 km/h = [900, 900] km/h"),
        Row(
            "a 7.1-magnitude quake, a magnitude 6.4 quake",
            "7.1-magnitude = [7.05, 7.15) magnitude | magnitude 6.4 = [6.35, 6.45) magnitude"),
        Row(
            "at -40 °C, 98.6 degrees Fahrenheit, 20 mW, 20 MW",
            "-40 °C = [-40, -40] °C | 98.6 degrees Fahrenheit = [98.55, 98.65) °F | 20 mW = [20, 20] mW | 20 MW = [20, 20] MW"
        ),
        Row(
            "He is 1.83m tall and has 1.2m followers.", "1.83m = [1.825, 1.835) m | 1.2m = [1150000, 1250000) followers"
        ),
        Row(
            "a mile and a quarter, half a mile",
            "a mile and a quarter = [1.1875, 1.3125] mi | half a mile = [0.475, 0.525] mi"),
        Row("It took 71 hours and a four-year quest.", "71 hours = [71, 71] hour | four-year = [4, 4] year"),
    ])
    func units(row: Row) { #expect(read(row.text) == row.expected) }

    @Test(arguments: [
        Row(
            "The 34-year-old met a girl aged five.", "34-year-old = [34, 34] year (age) | aged five = [5, 5] year (age)"
        ),
        Row("Josef Okundaye, 52, sat down.", "52 = [52, 52] year (age)"),
        Row(
            "three weeks old, 18 months of age",
            "three weeks old = [3, 3] week (age) | 18 months of age = [18, 18] month (age)"),
        Row("One in five had it.", "One in five = [0.19, 0.21] (ratio)"),
        Row("7 out of 10 voters", "7 out of 10 = [0.665, 0.735] (ratio) voters"),
        Row("half of the seats", "half = [0.475, 0.525] (ratio) seats"),
        Row("twice as many as before", "twice = [2, 2] times"),
        Row("three times as large", "three times = [3, 3] times"),
    ])
    func agesAndParts(row: Row) { #expect(read(row.text) == row.expected) }

    @Test(arguments: [
        ("In 2019 prices rose.", "date-or-time"), ("The third meeting", "rank"), ("The 21st floor", "rank"),
        ("Call 555-123-4567.", "phone-number"), ("version 2.0.1", "version"), ("a Boeing 737", "identifier"),
        ("the iPhone 11 Pro", "identifier"), ("room 12", "identifier"), ("The 16x9 image", "identifier"),
        ("575 Wilbraham Road", "identifier"), ("It filed a 10-K.", "identifier"),
        ("They run Kestrel 5.0 here.", "identifier"), ("It ended 3-2.", "score"), ("This one is fine.", "pronoun"),
        ("at 14:20 local time", "date-or-time"), ("the Covid-19 pandemic", "identifier"),
        ("22 March 2024", "date-or-time"),
    ])
    func leavesAside(text: String, reason: String) {
        let (analysis, mentions) = Reading.mentions(text)
        #expect(mentions.quantities.map { Reading.describe($0, in: analysis) } == [])
        #expect(Set(mentions.leftAside.keys) == [reason])
    }

    @Test func readsADecimalCommaOnlyWhereTheLanguageHasOne() {
        #expect(read("Es kostet 1.200,5 Euro", language: "de") == "1.200,5 Euro = [1200.45, 1200.55) EUR")
        #expect(read("$40 in the US", language: "en-US") == "$40 = [40, 40] USD")
        #expect(read("$40 somewhere", language: "en") == "$40 = [40, 40] $")
    }

    @Test func ranksKeepTheirScope() {
        let (analysis, mentions) = Reading.mentions(
            "It was the deadliest attack in 20 years, the second-largest city in Canada, and No. 5 ranked third.")
        let found = mentions.ranks.map { rank in
            let noun = rank.noun.map { " of " + analysis.string($0) } ?? ""
            let scope = rank.scope.map { " " + analysis.string($0) } ?? ""
            return "\(analysis.string(rank.tokens)) \(rank.form.rawValue) \(rank.position)\(noun)\(scope)"
        }
        #expect(
            found == [
                "deadliest superlative 1 of attack in 20 years", "second-largest superlative 2 of city in Canada",
                "No. 5 number 5", "third place 3",
            ])
    }

    @Test func scoresHaveTwoSides() {
        let (_, mentions) = Reading.mentions("The home side won 3-2 after a 21–14 lead.")
        #expect(mentions.scores.map { [$0.first, $0.second] } == [[3, 2], [21, 14]])
        #expect(mentions.quantities.isEmpty)
    }
}

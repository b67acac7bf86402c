import Language

/// What a word is to the recogniser of numbers and times.
enum ValueWord: Sendable {
    /// zero … nineteen
    case unit(Int)
    /// twenty … ninety
    case tens(Int)
    case hundred
    /// thousand, million, … and their short forms after digits; power of ten
    case multiplier(power: Int)
    /// dozen, score
    case collective(Int)
    /// dozens, scores, hundreds …: "hundreds of", power of ten, or 12 and 20 by their factor
    case vague(factor: Int)
    /// several, a few
    case several
    case ordinal
    case approximate
    case month(Int)
    /// 1 is Monday
    case weekday(Int)
    case timeUnit(TimeUnit)
    case percent
    case unitName(String)
    case currency(String)
}

/// Units of the calendar and the clock.
enum TimeUnit: String, Sendable, CaseIterable {
    case second, minute, hour, day, week, month, year, decade, century

    /// In days from a day up, a month as 30 and a year as 365 days; below a day in seconds.
    var seconds: Int {
        switch self {
        case .second: 1
        case .minute: 60
        case .hour: 3600
        case .day: 86_400
        case .week: 7 * 86_400
        case .month: 30 * 86_400
        case .year: 365 * 86_400
        case .decade: 3650 * 86_400
        case .century: 36_500 * 86_400
        }
    }

    /// The duration of `count` of them in TIMEX3.
    func timex(_ count: String) -> String {
        switch self {
        case .second: "PT\(count)S"
        case .minute: "PT\(count)M"
        case .hour: "PT\(count)H"
        case .day: "P\(count)D"
        case .week: "P\(count)W"
        case .month: "P\(count)M"
        case .year: "P\(count)Y"
        case .decade: "P\(count)DE"
        case .century: "P\(count)CE"
        }
    }
}

/// The words that the recogniser knows, by form.
enum ValueWords {
    static let table: [(form: String, word: ValueWord)] = {
        var rows: [(String, ValueWord)] = []
        func add(_ forms: String, _ word: (Int) -> ValueWord) {
            for (index, form) in forms.split(separator: " ").enumerated() { rows.append((String(form), word(index))) }
        }
        add(
            """
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
            seventeen eighteen nineteen
            """
        ) { .unit($0) }
        add("twenty thirty forty fifty sixty seventy eighty ninety") { .tens(($0 + 2) * 10) }
        add("hundred") { _ in .hundred }
        add("thousand million billion trillion") { .multiplier(power: [3, 6, 9, 12][$0]) }
        add("k m bn tn mn mln") { .multiplier(power: [3, 6, 9, 12, 6, 6][$0]) }
        add("dozen score") { .collective([12, 20][$0]) }
        add("dozens scores tens hundreds thousands millions billions") {
            .vague(factor: [12, 20, 10, 100, 1000, 1_000_000, 1_000_000_000][$0])
        }
        add("several") { _ in .several }
        add(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
            fifteenth twentieth thirtieth hundredth
            """
        ) { _ in .ordinal }
        add("about around roughly approximately some nearly almost circa approx. ca. c. estimated") { _ in .approximate
        }
        add("january february march april may june july august september october november december") {
            .month($0 + 1)
        }
        add("jan. feb. mar. apr. jun. jul. aug. sep. oct. nov. dec. sept.") {
            .month([1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 9][$0])
        }
        add("monday tuesday wednesday thursday friday saturday sunday") { .weekday($0 + 1) }
        for unit in TimeUnit.allCases {
            let plural = unit == .century ? "centuries" : unit.rawValue + "s"
            if unit != .second { rows.append((unit.rawValue, .timeUnit(unit))) }
            rows.append((plural, .timeUnit(unit)))
        }
        add("% percent pct") { _ in .percent }
        add("$ £ € ¥ us$ a$") { .currency(["$", "GBP", "EUR", "JPY", "USD", "AUD"][$0]) }
        add("dollars dollar pounds euros euro cents pence rupees yuan roubles rubles") {
            .unitName(["$", "$", "pound", "EUR", "EUR", "cent", "penny", "rupee", "CNY", "RUB", "RUB"][$0])
        }
        add(
            """
            km kilometres kilometers kilometre kilometer miles mile mph metres meters metre meter feet foot inches inch \
            yards yard kg kilograms kilos tonnes tons tonne ton acres hectares litres liters degrees gb mb kb tb ms mm cm
            """
        ) { index in
            .unitName(
                [
                    "km", "km", "km", "km", "km", "mile", "mile", "mph", "m", "m", "m", "m", "foot", "foot", "inch",
                    "inch", "yard", "yard", "kg", "kg", "kg", "tonne", "ton", "tonne", "ton", "acre", "hectare",
                    "litre", "litre", "degree", "GB", "MB", "kB", "TB", "millisecond", "mm", "cm",
                ][index])
        }
        return rows
    }()
}

extension ValueRecognizer {
    /// Every word form that the recogniser knows by sight, in a fixed order.
    public static var vocabularyWords: [String] {
        ValueWords.table.map(\.form) + BoundPhrases.all.flatMap { $0.words } + QuantityFinder.closedWords
            + TimeFinder.closedWords
    }
}

/// What a word says inside a number.
enum NumberWord: Sendable {
    case none
    /// zero … nineteen
    case ones(Int)
    /// twenty … ninety
    case tens(Int)
    case hundred
    /// thousand, million, lakh, crore, …: a power of ten.
    case scale(Int)
    /// k, m, bn, …: a power of ten after digits.
    case shortScale(Int)
    /// dozen, score, gross
    case group(Int)
    /// first, second, … hundredth: a rank, or a denominator after "one" and "a".
    case ordinal(Int)
    /// thirds, fifths, quarters: a denominator.
    case denominator(Int)
    /// half, halves
    case half
    /// dozens, scores, hundreds, millions
    case vague(Int)
}

/// The words that numbers are written with.
enum NumberWords {
    static let small = words(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
        eighteen nineteen
        """)
    static let tens = words("twenty thirty forty fifty sixty seventy eighty ninety")
    static let zeros = words("nil nought naught")
    static let smallOrdinals = words(
        """
        zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
        fifteenth sixteenth seventeenth eighteenth nineteenth
        """)
    static let tensOrdinals = words(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
    /// Names of powers of ten on the short scale, and those of South Asia.
    static let scales: [(form: String, power: Int)] = [
        ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("quadrillion", 15), ("lakh", 5),
        ("lakhs", 5),
        ("crore", 7), ("crores", 7),
    ]
    static let shortScales: [(form: String, power: Int)] = [
        ("k", 3), ("m", 6), ("mn", 6), ("mln", 6), ("mil", 6), ("mio", 6), ("b", 9), ("bn", 9), ("bln", 9), ("tn", 12),
        ("tln", 12), ("trn", 12), ("cr", 7),
    ]
    static let groups: [(form: String, size: Int)] = [
        ("dozen", 12), ("doz", 12), ("dozs", 12), ("score", 20), ("gross", 144),
    ]
    static let vague: [(form: String, factor: Int)] = [
        ("dozens", 12), ("scores", 20), ("tens", 10), ("hundreds", 100), ("thousands", 1000), ("millions", 1_000_000),
        ("billions", 1_000_000_000), ("trillions", 1_000_000_000_000),
    ]

    static let table: [(form: String, word: NumberWord)] = {
        var rows: [(String, NumberWord)] = []
        for (value, form) in small.enumerated() { rows.append((form, .ones(value))) }
        for form in zeros { rows.append((form, .ones(0))) }
        for (index, form) in tens.enumerated() { rows.append((form, .tens(index * 10 + 20))) }
        rows.append(("hundred", .hundred))
        for row in scales { rows.append((row.form, .scale(row.power))) }
        for row in shortScales { rows.append((row.form, .shortScale(row.power))) }
        for row in groups { rows.append((row.form, .group(row.size))) }
        for row in vague { rows.append((row.form, .vague(row.factor))) }
        for (value, form) in smallOrdinals.enumerated().dropFirst() {
            rows.append((form, .ordinal(value)))
            if value > 2 { rows.append((form + "s", .denominator(value))) }
        }
        for (index, form) in tensOrdinals.enumerated() {
            rows.append((form, .ordinal(index * 10 + 20)))
            rows.append((form + "s", .denominator(index * 10 + 20)))
        }
        for (form, value) in [
            ("hundredth", 100), ("thousandth", 1000), ("millionth", 1_000_000), ("billionth", 1_000_000_000),
            ("trillionth", 1_000_000_000_000),
        ] {
            rows.append((form, .ordinal(value)))
            rows.append((form + "s", .denominator(value)))
        }
        rows.append(("firsts", .denominator(1)))
        rows += [("half", .half), ("halves", .half), ("quarter", .denominator(4)), ("quarters", .denominator(4))]
        return rows
    }()

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

/// Words that are written with a full stop which does not end the sentence by itself.
enum Abbreviations {
    /// What an abbreviation says about the sentence boundary after it.
    enum Kind: CaseIterable {
        /// A name or a number follows ("Mr.", "Gen.", "Sept."): never the end of a sentence.
        case leading
        /// May close a sentence ("Inc.", "a.m.", "etc."): the next word decides.
        case closing
        /// An abbreviation only before a digit ("No. 5", "p. 12").
        case beforeDigit

        var forms: [String] {
            let text =
                switch self {
                case .leading:
                    """
                    mr mrs ms mx dr prof sr sra hon rev fr gen lt col maj capt cmdr adm sgt cpl pvt sen rep gov pres
                    st ste mt ft jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
                    vs v cf viz approx ca est messrs mme mlle supt det insp atty amb sec dep asst assoc ed eds brig
                    drs e.g i.e p.s incl excl govt intl natl max temp
                    """
                case .closing:
                    """
                    inc ltd co corp llc plc jr sr etc al dept univ bros assn ave blvd rd hwy ph.d b.sc m.sc esq
                    ariz calif colo conn fla ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn
                    tenn tex va vt wash wis wyo oz lb lbs mi km ft in yr yrs hr hrs min mins wk wks
                    """
                case .beforeDigit:
                    "c no nos art fig figs p pp vol sec ch para eq op nr tel ext"
                }
            return text.split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }

    /// Function words that open a sentence far oftener than they are part of a name.
    static let sentenceOpeners = """
        the a an this that these those there here it its he she they we you i his her their our my in on at by for from
        to with of as after before since until during when while where who what why how if although though but and or so
        yet however meanwhile moreover then now some many most several few both all no not one two three officials
        police according under over last next more such each every another other only even also because despite
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// Prefixes that stay with their word across a hyphen, as the English treebanks have it.
    static let hyphenPrefixes = """
        non anti pro pre post re co semi sub multi mid ex e cross inter intra ultra neo pan pseudo quasi super trans un
        vice over under counter bi tri de micro macro mini mega self- proto psycho
        """.split(whereSeparator: \.isWhitespace).filter { !$0.hasSuffix("-") }.map(String.init)

    /// Currency codes and signs of letters that are written onto their digits.
    static let currencies = """
        USD AUD CAD NZD HKD SGD EUR GBP JPY CNY INR CHF SEK NOK DKK PLN CZK HUF RUB UAH TRY BRL MXN ZAR MYR RM RMB IDR THB
        PHP KRW NGN KES ILS AED SAR PKR
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// Words written together that are two tokens, with the number of bytes of the first.
    static let fused: [(form: String, first: Int)] = [
        ("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3), ("gimme", 3), ("lemme", 3), ("dont", 2),
        ("didnt", 3), ("doesnt", 4), ("isnt", 2), ("wasnt", 3), ("wont", 2), ("cant", 2), ("couldnt", 5),
        ("wouldnt", 5), ("shouldnt", 6), ("havent", 4), ("hasnt", 3),
    ]

    /// What follows the apostrophe of a contraction; "n't" is told apart by its n.
    static let clitics = ["s", "re", "ve", "ll", "d", "m"]
}

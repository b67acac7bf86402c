/// The closed word classes of English that decide how far a role may stand from its verb.
enum FunctionWord: CaseIterable {
    case copula, auxiliary, negation, conditional, possibility, future, preposition, locative, determiner, definite
    case pronoun, relative, conjunction, adverb, increment

    var forms: [String] {
        let text =
            switch self {
            case .copula: "is are was were be been being 's 're"
            case .auxiliary: "is are was were be been being has have had having get gets got getting do does did 've 'd"
            case .negation: "not n't never nor without denied denies deny"
            case .conditional: "if unless whether would should suppose"
            case .possibility: "could may might possibly perhaps"
            case .future: "will 'll shall expects expected forecast forecasts predicts predicted"
            case .preposition:
                """
                in at near outside inside around on off across throughout of for from by with to into after before during
                since among between against under over about within without through along beyond as amid despite until
                """
            case .locative:
                "in at near outside inside around on off across throughout within through along beyond over above"
            case .determiner:
                """
                the a an this that these those its his her their our my some any another each every no all both other
                """
            case .definite: "the this that these those its his her their our"
            case .pronoun: "i we you he she it they them him us me who whom"
            case .relative: "who which that whom whose where when"
            case .conjunction: "and or but while as after because though although when so yet"
            case .adverb:
                """
                also now so far already still just only even then later again since earlier today yesterday early late
                confirmed known listed reported feared believed thought presumed said left found pronounced declared
                to have all alone together there here more
                """
            case .increment: "another further additional more extra others other"
            }
        return text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}

/// Closed lists of words by what they do around a number.
enum WordLists {
    static let traits: [(trait: WordEntry.Traits, words: [String])] = [
        (
            .closesNoun,
            words(
                """
                a an the this that these those and or but nor of in at on by for from to with into after before during \
                since among between against under over about within without through along as than per is are was were be \
                been being am has have had do does did will would could may might can shall should must who which whom \
                whose where when while because if it he she they we you i him her them us its his their our my not no so \
                then there here also still now only just even said says say told left took take takes died die dies lost \
                went fled came rose fell alive dead missing each every ago later more fewer less out up down off near \
                across until including most some all both half way
                """)
        ),
        (
            .plural,
            words(
                """
                people men women children troops police others victims dead injured wounded staff crew personnel cattle \
                sheep fish aircraft feet teeth mice geese oxen hectares species series data media gunmen policemen \
                firefighters sportsmen fishermen businessmen servicemen militiamen crewmen congressmen lawmen workmen \
                schoolchildren grandchildren policewomen
                """)
        ),
        (.state, words("dead missing alive")),
        (
            .change,
            words(
                """
                up down rose rise rises risen rising fell fall falls fallen falling climbed climb climbing jumped jump \
                jumping grew grow grown growing dropped drop dropping increased increase increasing decreased decrease \
                gained gain gaining lost added adding slid slipped sank sinking tumbled plunged plummeted surged soared \
                advanced widened narrowed declined declining shrank cut raised raise raising lifted by
                """)
        ),
        (
            .countable,
            words(
                """
                casualties injuries deaths fatalities survivors victims arrests people civilians passengers witnesses \
                suspects
                """)
        ),
    ]

    /// Words with which a time may begin beside numbers, months and the like.
    static let timeOpeners: Set<KeyWord> = [
        .the, .a, .an, .`in`, .on, .at, .from, .between, .by, .all, .few, .several, .some, .half, .mid, .early, .late,
        .this,
        .last, .next, .past, .previous, .following, .coming, .upcoming, .current, .same, .earlier, .later, .end, .start,
        .beginning, .middle, .since, .until, .till, .after, .before, .recent, .as, .no, .starting, .rest, .remainder,
        .remaining, .within, .over, .more, .less, .final, .right, .around, .about, .back, .both, .every, .each,
        .another, .date, .through, .not, .opening, .closing, .entire, .whole, .full, .midnight, .noon, .throughout,
        .circa, .nearly, .almost, .during, .couple,
    ]

    /// Words beside months, weekdays and units without which nothing is a time.
    static let timeSigns: Set<KeyWord> = [
        .today, .yesterday, .tomorrow, .tonight, .tonite, .now, .noon, .midnight, .fiscal, .fy, .eod, .weekend,
        .weekends,
        .am, .pm, .amDots, .pmDots, .oclock, .oclockPlain, .quarter, .half, .p,
    ]

    /// Words that make a time by themselves.
    static let timeTriggers: Set<KeyWord> = [
        .today, .yesterday, .tomorrow, .tonight, .tonite, .now, .ago, .noon, .midnight, .fiscal, .fy, .eod, .weekend,
        .weekends,
    ]

    /// Words that may be the only number of their sentence.
    static let numberTriggers: Set<KeyWord> = [
        .no, .nobody, .several, .couple, .handful, .twice, .thrice,
    ]

    /// Words with which a number may begin beside the number words themselves.
    static let numberOpeners: Set<KeyWord> = [
        .a, .an, .minus, .negative, .several, .few, .couple, .handful, .no, .nobody, .twice, .double, .triple, .thrice,
        .doubled, .tripled,
    ]

    /// Words in -est that are no superlatives.
    private static let noSuperlatives = words(
        """
        forest interest request protest contest conquest harvest honest modest northwest southwest midwest arrest suggest \
        invest digest behest bequest inquest manifest tempest arrest request earnest everest budapest latest
        """
    ).map { Array($0.utf8) }

    static func isNoSuperlative(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        noSuperlatives.contains { letters.elementsEqual($0) }
    }

    /// A word with the ending of a past tense.
    static func isPast(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        letters.count > 3 && letters[letters.count - 1] == UInt8(ascii: "d")
            && letters[letters.count - 2] == UInt8(ascii: "e")
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}

/// Words that the readers of numbers and times look for by sight; `other` is every word that is none of them.
enum KeyWord: String, CaseIterable, Sendable {
    case other = ""
    // Determiners and pronouns
    case a, an, the, this, that, these, those, each, every, per, no, one, all, any, some, of, its, his, her, their
    case our, my, both, another, others = "other", nobody
    // Prepositions and conjunctions
    case to, from, between, and, or, plus, minus, negative, by, than, `in`, on, at, forWord = "for", since, until
    case till, through, thru, after, before, during, about, around, over, under, above, below, within, `as`, out
    case throughout, among, circa, not, only
    // Comparison and hedges
    case more, most, less, least, many, much, few, several, couple, handful, nearly, almost, roughly, approximately
    case higher, lower, larger, greater, odd
    // Ages
    case old, yo, age, aged, ages
    // What tells that a number is no count
    case number, nos = "nos.", noDot = "no.", version, chapter, section, article, artDot = "art.", page, room
    case flight, route, highway, channel, episode, series, seasonWord = "season", model, type, level, phase
    case category, stage, grade, tier, group, part, step, volume, act, formula, area, ranked, place, finished, came
    case building, exit, track, gate, platform, line, unit, zip, code, suite, apartment, flat, box, ward, district
    case division
    // Streets
    case street, st, avenue, ave, road, rd, lane, drive, way, boulevard
    // Parts, multiples and rates
    case point, times, fold, head, share, piece, apiece, twice, thrice, double, doubled, triple, tripled, quarters
    case half
    // Verbs
    case was, were, has, had, isVerb = "is", will, would
    // Time
    case which, last, next, past, previous, following, coming, upcoming, current, same, now
    case ago, later, earlier, early, late, mid, end, start, beginning, middle, today, yesterday, tomorrow, tonight
    case tonite, am, pm, amDots = "a.m.", pmDots = "p.m.", p, oclock = "o'clock", oclockPlain = "oclock", noon
    case midnight, fiscal, fy, calendar, date, hence, recent, starting, commencing, rest, remainder
    case remaining, entire, whole, full, right, weekend, weekends, quarter, ending, ended, back, cross = "×"
    case fractionSlash = "⁄", eod, day, opening, closing, s = "'s", final
}

/// Words that the readers of numbers and times look for by sight; `other` is every word that is none of them.
enum KeyWord: String, CaseIterable, Sendable {
    case other = ""
    // Articles, pronouns and determiners
    case a, an, the, this, that, these, those, each, every, per, no, one, all, any, some, of, its, his, her, their, our,
        my
    case both, another, otherWord = "other", such, us, them, which, who, it, they, we, he, she, i, you, someone
    // Prepositions and conjunctions
    case nobody
    case to, from, between, and, or, plus, minus, negative, by, than, `in`, on, at, forWord = "for", since, until, till,
        through
    case thru, after, before, during, about, around, over, under, above, below, within, with, into, upon, `as`, up, out
    case throughout, among, circa, amid, against, towards, toward, but, then, so, ifWord = "if", not, only, just, even
    // Comparison and hedges
    case more, most, less, fewer, least, many, much, few, several, couple, handful, nearly, almost, roughly
    case higher, lower, larger, greater
    case odd, too, also, further, extra, additional, average, total, combined, estimated, approximately, old, yo, age,
        aged, ages
    // What tells a number that is no count
    case number, nos = "nos.", noDot = "no.", version, chapter, section, article, page, room, flight, route, highway
    case channel, episode, series, season, model, type, level, phase, articleDot = "art.", rank, ranked, ranks
    case ranking, place, placed, seed, seeded, finished, came, building, exit, track, gate, platform, line, unit
    case zip, code, street, avenue, road, lane, drive, st, ave, rd, buildingShort = "bldg", suite
    case category, stage, grade, tier, group, part, step, volume, act, formula, area, way, boulevard
    case apartment, flat, box, ward, district, division, unitWord = "units"
    // Money and ratios
    case point, points, percentage, cent, basis, times, time, fold, head, share, bps, pc, twice, double, doubled, triple
    case tripled, thrice, quarters, piece, wide, long, tall, high, deep, thick, apiece
    // Time
    case last, next, past, previous, following, coming, upcoming, current, same, now, ago, later, earlier, early, late
    case mid, end, start, beginning, middle, begin, today, yesterday, tomorrow, tonight, tonite, am, pm
    case amDots = "a.m.", pmDots = "p.m.", p, oclock = "o'clock", oclockPlain = "oclock", noon, midnight, half, pst
    case fiscal, fy, calendar, date, ad, bc, ce, bce, hence, recent, latest, starting
    case commencing, rest, remainder, remaining, entire, whole, full
    case right, sometime, eve, weekend, weekends, quarter, ending, ended, back, soon, local, gmt, utc, et
    case cross = "×", fractionSlash = "⁄", eod, day, opening, closing, s = "'s", final, be, isVerb = "is", was, were,
        are,
        will, would, can, could
    case has, have, had, said, turned, turns, turning, turn
}

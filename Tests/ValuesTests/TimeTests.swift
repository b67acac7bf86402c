import Documents
import Language
import Testing
import Values

/// What is read of dates and times, seen from Wednesday, 14 August 2024.
struct TimeTests {
    private func read(_ text: String, published: String? = "2024-08-14", language: String? = nil) -> String {
        let (analysis, mentions) = Reading.mentions(text, published: published, language: language)
        return mentions.times.map { Reading.describe($0, in: analysis) }.joined(separator: " | ")
    }

    @Test(arguments: [
        ("It opened on 22 March 2024.", "22 March 2024 = 2024-03-22"),
        ("on March 22, 2024, a Friday", "March 22, 2024, a Friday = 2024-03-22"),
        ("on Friday, 22 March 2024", "Friday, 22 March 2024 = 2024-03-22"),
        ("on the 22nd of March", "the 22nd of March = XXXX-03-22 on 2024-03-22"),
        (
            "2024-03-22 and 22.03.2024 and 22/3/2024",
            "2024-03-22 = 2024-03-22 | 22.03.2024 = 2024-03-22 | 22/3/2024 = 2024-03-22"
        ),
        ("on 3/4/2024", "3/4/2024 = 2024-XX-XX"),
        ("in March 2024", "March 2024 = 2024-03 from 2024-03-01 to 2024-03-31"),
        ("in November", "November = XXXX-11 from 2024-11-01 to 2024-11-30"),
        ("in spring 2024", "spring 2024 = 2024-SP from 2024-03-01 to 2024-05-31"),
        ("in Q3 2024", "Q3 2024 = 2024-Q3 from 2024-07-01 to 2024-09-30"),
        ("the second half of 2023", "the second half of 2023 = 2023-H2 from 2023-07-01 to 2023-12-31"),
        (
            "the 1990s and the '80s",
            "1990s = 199 from 1990-01-01 to 1999-12-31 | '80s = 198 from 1980-01-01 to 1989-12-31"
        ),
        ("in the 19th century", "19th century = 18 from 1801-01-01 to 1900-12-31"),
        (
            "1979–89 and 2001-2005",
            "1979–89 = 1979/1989 from 1979-01-01 to 1989-12-31 | 2001-2005 = 2001/2005 from 2001-01-01 to 2005-12-31"
        ),
        ("in FY2024", "FY2024 = FY2024 from 2024-01-01 to 2024-12-31"),
        ("the year 1066", "1066 = 1066 from 1066-01-01 to 1066-12-31"),
        ("He may march in May.", "May = XXXX-05 from 2024-05-01 to 2024-05-31"),
        ("on 30 February 2024", "30 February 2024 = 2024-02-30"),
    ])
    func dates(text: String, expected: String) { #expect(read(text) == expected) }

    @Test(arguments: [
        ("last month", "last month = 2024-07 from 2024-07-01 to 2024-07-31"),
        ("on Thursday", "Thursday = XXXX-WXX-4 on 2024-08-08"),
        ("next Monday and last Friday", "next Monday = 2024-08-19 | last Friday = 2024-08-09"),
        ("yesterday and tomorrow", "yesterday = 2024-08-13 | tomorrow = 2024-08-15"),
        ("earlier this week", "earlier this week = 2024-W33 from 2024-08-12 to 2024-08-14"),
        ("nearly four years ago", "four years ago = 2020 from 2020-01-01 to 2020-12-31"),
        ("April this year", "April this year = 2024-04 from 2024-04-01 to 2024-04-30"),
        (
            "It began on 3 May 2024. Two days later it ended, and the next day he left.",
            "3 May 2024 = 2024-05-03 | Two days later = 2024-05-05 | the next day = 2024-05-06"
        ),
        (
            "He left in 1985. Fourteen years later he died.",
            "1985 = 1985 from 1985-01-01 to 1985-12-31 | Fourteen years later = 1999 from 1999-01-01 to 1999-12-31"
        ),
        (
            "It began in March 2024. Two days later it ended.",
            "March 2024 = 2024-03 from 2024-03-01 to 2024-03-31 | Two days later = FUTURE_REF"
        ),
        ("the last three months", "last three months = 2024-05-14/2024-08-14 from 2024-05-14 to 2024-08-14"),
        ("in two weeks it will open", "in two weeks = 2024-08-28"),
        ("the last week of July", "the last week of July = 2024-W30 from 2024-07-22 to 2024-07-28"),
        ("early March", "early March = XXXX-03 from 2024-03-01 to 2024-03-16"),
        ("last night", "last night = 2024-08-13TNI on 2024-08-13"),
    ])
    func relativeDates(text: String, expected: String) { #expect(read(text) == expected) }

    @Test(arguments: [
        ("a decade and 71 hours", "a decade = P1DE 315360000 s | 71 hours = PT71H 255600 s"),
        ("an hour and a half", "an hour and a half = PT1.5H 5400 s"),
        ("three months and two weeks", "three months and two weeks = P3M2W 8985600 s"),
        ("a four-year quest", "four-year = P4Y 126144000 s"),
        ("6am, 14:20, 9.40pm, noon", "6am = T06 | 14:20 = T14:20 | 9.40pm = T21:40 | noon = T12"),
        ("on Tuesday at 9.40pm", "Tuesday at 9.40pm = XXXX-WXX-2T21:40 on 2024-08-13T21:40"),
        ("tomorrow night", "tomorrow night = 2024-08-15TNI on 2024-08-15"),
        ("Every Monday and every two weeks", "Every Monday = XXXX-WXX-1 | every two weeks = P2W"),
    ])
    func durationsAndClocks(text: String, expected: String) { #expect(read(text) == expected) }

    @Test(arguments: [
        ("Between 1600 and 1900 temperatures fell.", "Between 1600 and 1900 = 1600/1900 from 1600-01-01 to 1900-12-31"),
        ("since 2007", "since 2007 = 2007 from 2007-01-01"), ("until June", "until June = XXXX-06 to 2024-06-30"),
        ("by 2030", "by 2030 = 2030 to 2030-12-31"),
        ("from 1979 to 1989", "from 1979 to 1989 = 1979/1989 from 1979-01-01 to 1989-12-31"),
        ("from 10 to 12 June 2024", "from 10 to 12 June 2024 = 2024-06-10/2024-06-12 from 2024-06-10 to 2024-06-12"),
        (
            "between 30 December 2023 and 2 January 2024",
            "between 30 December 2023 and 2 January 2024 = 2023-12-30/2024-01-02 from 2023-12-30 to 2024-01-02"
        ),
        ("Jan–Feb 2017", "Jan–Feb 2017 = 2017-01/2017-02 from 2017-01-01 to 2017-02-28"),
    ])
    func openAndClosedRanges(text: String, expected: String) { #expect(read(text) == expected) }

    @Test func aWeekdayIsKeptWithItsDate() {
        let (_, mentions) = Reading.mentions("It opened on Thursday, 22 March 2024, and on 23 March 2024, a Saturday.")
        #expect(mentions.times.map(\.weekday) == [4, 6])
        #expect(mentions.times.map { $0.interval?.first.weekday } == [5, 6])
    }

    @Test func theLanguageTellsWhichNumberIsTheDay() {
        #expect(read("on 3/4/2024", language: "en-US") == "3/4/2024 = 2024-03-04")
        #expect(read("on 3/4/2024, not 22/3/2024").hasPrefix("3/4/2024 = 2024-04-03 |"))
        #expect(read("on 3/4/2024, not 3/22/2024").hasPrefix("3/4/2024 = 2024-03-04 |"))
        #expect(read("on 3/4/2024, 22/3/2024, 3/22/2024").hasPrefix("3/4/2024 = 2024-XX-XX |"))
        #expect(read("on 3/4/2024", language: "en-GB") == "3/4/2024 = 2024-04-03")
    }

    @Test func withoutADateOfItsOwnADocumentLeavesRelativeDatesOpen() {
        #expect(read("on Thursday in March", published: nil) == "Thursday = XXXX-WXX-4 | March = XXXX-03")
        #expect(read("two days ago", published: nil) == "two days ago = PAST_REF")
    }

    @Test(arguments: [
        "You may not!", "an SEC filing", "the 50 previous years", "We march on.", "There are 10 stars.",
        "Put 3/4 of it there.", "day after day",
        "The 12 members met 3 times.", "A second meeting took a minute's work of 20 per cent.",
    ])
    func findsNoDate(text: String) {
        let (analysis, mentions) = Reading.mentions(text, published: "2024-08-14")
        let dates = mentions.times.filter { $0.kind == .date }
        #expect(dates.map { analysis.string($0.tokens) } == [])
    }
}

import Testing

@testable import Reconciliation

struct SpellingTests {
    @Test(arguments: [
        ("Yusuf", "Yousuf"), ("Stefan", "Stephan"), ("Reed", "Reid"), ("Qasim", "Kasim"), ("Zelenski", "Zelenskyy"),
        ("Clark", "Clarke"), ("Filippa", "Philippa"), ("Marten", "Marthen"), ("Nikolai", "Nikolay"),
        ("Suarez", "Suares"),
        ("Bakr", "Backr"), ("Mohamed", "Mohammed"), ("Erik", "Eric"), ("Jon", "John"),
    ])
    func soundsTheSame(a: String, b: String) {
        #expect(Spelling.skeleton(word(a)) == Spelling.skeleton(word(b)))
    }

    @Test(arguments: [("Petra", "Peter"), ("Hall", "Ball"), ("Ivan", "Evan"), ("Chang", "Cang")])
    func soundsOther(a: String, b: String) {
        #expect(Spelling.skeleton(word(a)) != Spelling.skeleton(word(b)))
    }

    @Test(arguments: [
        ("organise", "organize"), ("honour", "honor"), ("centre", "center"), ("defence", "defense"),
        ("travelled", "traveled"),
        ("dialogue", "dialog"), ("analyse", "analyze"),
    ])
    func isOneWordInTwoSpellings(a: String, b: String) {
        #expect(Spelling.orthographic(word(a)) == Spelling.orthographic(word(b)))
    }

    @Test func partsWordsAtMarksAndKeepsThemAtApostrophes() {
        let words = Spelling.words("Jean-Luc O’Brien, Łódź & Straße 7")
        #expect(words.map { String(decoding: $0, as: UTF8.self) } == ["jean", "luc", "obrien", "lodz", "strasse", "7"])
        #expect(Spelling.words("…").isEmpty)
        #expect(Spelling.words("東京").isEmpty)
    }

    @Test(arguments: [
        ("Carla Penrose", "Karla Penrose"), ("Anton Maier", "Anton Mayer"), ("Hossein Rafi", "Hussein Rafi"),
        ("Abdul Rahman al-Sabti", "Abdul Rahman Sabty"), ("Osric Thomson", "Osric Thompson"),
        ("Josef Filips", "Joseph Philips"),
    ])
    func isOnePersonInTwoSpellings(a: String, b: String) { #expect(areOnePerson(a, b)) }

    @Test(arguments: [
        ("Carla Penrose", "Clara Penrose"), ("Carla Penrose", "Carla Penrose"), ("Jean-Luc Roy", "Jean Luc Roy"),
        ("Daniel Roper", "Danielle Roper"), ("Marion Roper", "Marian Roper"), ("Paul Miller", "Paul Tiller"),
        ("Ivan Petrov", "Ivana Petrova"), ("Mara Petrov", "Mara Petrova"), ("Sam Saarin", "Sam Saarins"),
        ("Anna Holt", "Emma Holt"), ("Peter Long", "Peter Lang"), ("Martin Sorley", "Marvin Sorley"),
        ("Jürgen Müller", "Juergen Mueller"), ("Inés Ruiz", "Ines Ruiz"),
    ])
    func isAnotherPersonOrTheVerySameName(a: String, b: String) { #expect(!areOnePerson(a, b)) }

    @Test(arguments: [
        ("We shall build forty homes here next year", "We shall build forty boats here next year"),
        ("I did not take money from anybody in this town", "I did take money from anybody in this town"),
        ("You can leave this place whenever you want to", "You must leave this place whenever you want to"),
        ("Nobody in this house has ever been afraid of him", "Nobody in this house has ever been fond of him"),
        ("It was the longest night that we ever had at sea", "It was the longest night that we ever had at work"),
        ("There were 12 of us in the boat", "There were 13 of us in the boat"),
    ])
    func quotationsDiffer(a: String, b: String) { #expect(differ(a, b) && differ(b, a)) }

    @Test(arguments: [
        ("We shall build forty homes here next year", "We shall build forty homes"),
        ("We shall build forty homes here next year", "We shall ... homes here next year"),
        ("We shall build forty homes here next year", "We shall build … here next year, God willing"),
        ("We shall build forty homes here next year", "They will build forty homes here next year"),
        ("We shall build forty homes here next year", "We shall build [these] homes here next year"),
        ("We can't organise all of it ourselves", "We cannot organize all of it ourselves"),
        ("I think that it is the best year of all", "I think it was the best year of all"),
        ("There were 12 of us in the boat", "There were twelve of us in the boat"),
        ("He walks to the old harbour every single day", "He walked to the old harbor every single day"),
        ("We must sell the ship before the spring comes", "We had to sell the ship before the spring comes"),
        ("We shall build forty homes here next year", "We shall sell thirty boats there next month"),
        ("They need not only to be here but to stay with us", "They only need not to be here but to stay with us"),
        ("I stay here 'til they let my brother out", "I stay here until they let my brother out"),
        ("that somebody was out to get him", "He thought that somebody was trying to rob him"),
        ("One two three", "One four three"), ("", "Not a word of it is true at all"),
    ])
    func quotationsAgree(a: String, b: String) { #expect(!differ(a, b) && !differ(b, a)) }

    private func word(_ text: String) -> [UInt8] { Spelling.words(text).first ?? [] }

    private func areOnePerson(_ a: String, _ b: String) -> Bool {
        NameComparison.areOnePerson(NameComparison.words(a), NameComparison.words(b))
    }

    private func differ(_ a: String, _ b: String) -> Bool {
        QuotationAlignment(QuotedWord.words(of: a), QuotedWord.words(of: b)).differ
    }
}

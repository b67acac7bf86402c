import Language
import Testing

struct LexiconTests {
    private func lexicon() throws -> Lexicon { try Fixtures.english.get().lexicon }

    @Test(arguments: [
        ("killed", "kill", WordForm.past), ("went", "go", .past), ("taken", "take", .participle),
        ("running", "run", .gerund), ("mice", "mouse", .plural), ("cities", "city", .plural),
        ("worse", "bad", .comparative), ("dies", "die", .thirdPerson), ("Moscow", "moscow", .properName),
        ("quickly", "quickly", .adverb), ("stopped", "stop", .past), ("attackers", "attacker", .plural),
    ])
    func reads(word: String, lemma: String, form: WordForm) throws {
        let lexicon = try lexicon()
        #expect(lexicon.readings(word).contains { lexicon.lemma($0.entry) == lemma && $0.form == form })
    }

    @Test(arguments: [
        ("soldier", PartOfSpeech.noun, WordSense.person), ("committee", .noun, .group), ("bridge", .noun, .artifact),
        ("earthquake", .noun, .event), ("province", .noun, .location), ("kill", .verb, .contact),
        ("say", .verb, .speaking),
        ("rise", .verb, .motion), ("build", .verb, .creation),
    ])
    func hasSenses(lemma: String, part: PartOfSpeech, sense: WordSense) throws {
        let entry = try #require(try lexicon().entry(lemma, part))
        #expect(try lexicon().senses(entry).contains(WordSenses(sense)))
    }

    @Test(arguments: [
        ("recognise", PartOfSpeech.verb, "recognition", PartOfSpeech.noun), ("kill", .verb, "killing", .noun),
        ("attack", .verb, "attacker", .noun), ("invade", .verb, "invasion", .noun),
    ])
    func derives(lemma: String, part: PartOfSpeech, other: String, otherPart: PartOfSpeech) throws {
        let lexicon = try lexicon()
        let (a, b) = (try #require(lexicon.entry(lemma, part)), try #require(lexicon.entry(other, otherPart)))
        #expect(lexicon.derivations(a).contains(b))
        #expect(lexicon.derivations(b).contains(lexicon.spellingKey(a)))
    }

    @Test(arguments: [
        ("organise", "organize", PartOfSpeech.verb), ("colour", "color", .noun), ("centre", "center", .noun),
        ("defence", "defense", .noun), ("recognise", "recognize", .verb),
    ])
    func spellingsMeet(british: String, american: String, part: PartOfSpeech) throws {
        let lexicon = try lexicon()
        let (a, b) = (try #require(lexicon.entry(british, part)), try #require(lexicon.entry(american, part)))
        #expect(a != b)
        #expect(lexicon.spellingKey(a) == lexicon.spellingKey(b))
    }

    @Test func spellingKeysKeepOtherWordsApart() throws {
        let lexicon = try lexicon()
        for (a, b) in [("four", "for"), ("hour", "hor"), ("wise", "wize"), ("tour", "tor")] {
            if let x = lexicon.entry(a, .noun), let y = lexicon.entry(b, .noun) {
                #expect(lexicon.spellingKey(x) != lexicon.spellingKey(y))
            }
        }
    }

    @Test func synonymsShareAMeaning() throws {
        let lexicon = try lexicon()
        let assault = try #require(lexicon.entry("assault", .verb))
        #expect(lexicon.synonyms(assault).map { lexicon.lemma($0) }.contains("attack"))
        #expect(lexicon.readings("zzyzzx").isEmpty)
    }
}

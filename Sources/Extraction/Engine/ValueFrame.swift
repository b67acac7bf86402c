import Documents
import Language
import Values

/// How a sentence tells of one quantity or time: what it counts, measures or dates, of what, and by which predicate. All
/// members but the first are tokens.
struct ValueFrame {
    var sort: MeasureRule.Sort
    /// Number, unit and counted noun; the words of a time.
    var extent: TokenSpan
    /// The noun that is counted: "27 [blocks]".
    var counted: Int?
    /// The noun that the quantity is a measure of: "a [premium] of 38 per cent", "the [cost] was £92,000".
    var measure: Int?
    /// The adjective that says what is measured: "1,108 metres [deep]".
    var adjective: Int?
    /// The verb, or predicate with a copula, of the clause.
    var predicate: Int?
    /// How the quantity's phrase, or the measure's, hangs on the predicate.
    var role: Role?
    /// The preposition of an oblique: "sold [for] £5m".
    var preposition: Int?
    /// The head of the phrase for what the value is told of.
    var holder: Int?

    enum Role { case subject, object, oblique }
}

/// Finds the frame of each value in the tree of its sentence.
struct ValueFrameFinder {
    let reading: DocumentReading

    func frame(_ quantity: Quantity) -> ValueFrame {
        var frame = ValueFrame(
            sort: MeasureRule.Sort(quantity), extent: quantity.noun.map(quantity.tokens.union) ?? quantity.tokens)
        var phrase: Int
        if let noun = quantity.noun {
            phrase = reading.head(of: noun)
            if quantity.unit == nil { frame.counted = phrase } else { frame.measure = phrase }
        } else {
            phrase = reading.head(of: quantity.tokens)
            phrase = attach(&frame, phrase)
        }
        govern(&frame, phrase)
        if frame.measure == nil, let label = label(before: frame.extent) { frame.measure = label }
        frame.holder = holder(of: frame)
        return frame
    }

    func frame(_ time: TimeExpression) -> ValueFrame {
        var frame = ValueFrame(sort: .date, extent: time.tokens)
        let phrase = reading.head(of: time.tokens)
        if let head = reading.head(phrase), reading.part(head) == .noun || reading.part(head) == .properNoun,
            !reading.isPredicate(head)
        {
            frame.measure = head
            govern(&frame, head)
            frame.holder = owner(of: head, without: frame.extent)
        } else {
            govern(&frame, phrase)
            frame.holder = frame.predicate.flatMap(subject)
        }
        return frame
    }

    /// Takes the noun or adjective that a measured phrase belongs to, and goes on from there.
    private func attach(_ frame: inout ValueFrame, _ phrase: Int) -> Int {
        guard let head = reading.head(phrase) else { return phrase }
        switch (reading.relation(phrase), reading.part(head)) {
        case (.compound, .noun), (.numericModifier, .noun), (.adjectivalModifier, .noun), (.descriptor, .noun),
            (.unmarkedNominalModifier, .noun), (.unmarkedOblique, .noun):
            frame.measure = head
            return head
        case (.nominalModifier, .noun) where isWord(preposition(of: phrase), "of"):
            frame.measure = head
            return head
        case (_, .adjective) where head > phrase && reading.relation(phrase) != .conjunct:
            frame.adjective = head
            return head
        default: return phrase
        }
    }

    /// Finds the clause that a phrase stands in, and its role there.
    private func govern(_ frame: inout ValueFrame, _ phrase: Int) {
        var phrase = phrase
        // "two of its six carriages", "X and Y": what a phrase hangs on as a part shares its role.
        while let head = reading.head(phrase), reading.relation(phrase) == .conjunct, !reading.isPredicate(phrase),
            reading.part(head) != .verb
        {
            phrase = head
        }
        if let subject = copularSubject(of: phrase) {
            frame.predicate = phrase
            frame.role = .object
            if frame.measure == nil, frame.counted == nil, frame.adjective == nil, reading.part(subject) == .noun {
                frame.measure = subject
            }
            return
        }
        guard let head = reading.head(phrase) else { return }
        guard reading.part(head) == .verb || reading.part(head) == .auxiliary else {
            frame.predicate = reading.predicate(of: head)
            return
        }
        frame.predicate = head
        switch reading.relation(phrase) {
        case .nominalSubject, .passiveSubject: frame.role = .subject
        case .object, .indirectObject, .openComplement, .unmarkedOblique, .clausalComplement: frame.role = .object
        default:
            frame.role = .oblique
            frame.preposition = preposition(of: phrase)
        }
        if frame.measure == nil, frame.counted == nil, frame.role != .subject, isMeasuring(head),
            let subject = subject(of: head), reading.part(subject) == .noun
        {
            frame.measure = subject
        }
    }

    /// "Turnout: 46%", "Att: 42,112"
    private func label(before extent: TokenSpan) -> Int? {
        let sentence = reading.tokens(ofSentence: extent.start)
        let colon = extent.start - 1
        guard colon > sentence.start, isWord(colon, ":") else { return nil }
        return reading.analysis.tokens[colon - 1].kind == .word ? colon - 1 : nil
    }
}

// MARK: - What the value is told of

extension ValueFrameFinder {
    private func holder(of frame: ValueFrame) -> Int? {
        if let noun = frame.measure ?? frame.counted, let owner = owner(of: noun, without: frame.extent) {
            return owner
        }
        if let adjective = frame.adjective {
            if let subject = subject(of: adjective) { return subject }
            if let head = reading.head(adjective), reading.part(head) == .noun { return head }
        }
        guard let predicate = frame.predicate, reading.part(predicate) == .verb else { return nil }
        switch frame.role {
        case .subject: return object(of: predicate) ?? oblique(of: predicate)
        case .object, .oblique:
            let subject = subject(of: predicate)
            return subject == frame.measure ? nil : subject
        case nil: return nil
        }
    }

    /// The possessor of a noun, or what stands after "of" or "for" with it.
    private func owner(of noun: Int, without extent: TokenSpan) -> Int? {
        if let possessor = reading.syntax.dependent(of: noun, .possessive) { return possessor }
        return reading.syntax.dependents(of: noun).first { dependent in
            reading.relation(dependent) == .nominalModifier && !extent.range.contains(dependent)
                && ["of", "for"].contains { isWord(preposition(of: dependent), $0) }
        }
    }

    /// The subject of a predicate; that of the clause it is joined to where it has none, and what a participle belongs to.
    func subject(of predicate: Int) -> Int? {
        var predicate = predicate
        for _ in 0..<4 {
            if let own = reading.syntax.dependents(of: predicate).first(where: {
                [.nominalSubject, .passiveSubject].contains(reading.relation($0))
            }) {
                return isRelative(own) ? reading.head(predicate) : own
            }
            guard let head = reading.head(predicate) else { return nil }
            switch reading.relation(predicate) {
            case .conjunct, .openComplement, .adverbialClause: predicate = head
            case .clausalModifier, .relativeClause: return head
            default: return nil
            }
        }
        return nil
    }

    private func copularSubject(of phrase: Int) -> Int? {
        guard reading.syntax.dependent(of: phrase, .copula) != nil else { return nil }
        return subject(of: phrase)
    }

    private func object(of predicate: Int) -> Int? { reading.syntax.dependent(of: predicate, .object) }
    private func oblique(of predicate: Int) -> Int? { reading.syntax.dependent(of: predicate, .oblique) }

    func preposition(of phrase: Int) -> Int? { reading.syntax.dependent(of: phrase, .caseMarker) }

    private func isRelative(_ token: Int) -> Bool { reading.features(token).contains(.relative) }

    private func isMeasuring(_ verb: Int) -> Bool {
        reading.index.flags(reading.analysis.tokens[verb].word).contains(.measuring)
    }

    private func isWord(_ token: Int?, _ word: String) -> Bool {
        token.map { reading.analysis.tokens[$0].hash == FoldedForm(word).hash } ?? false
    }
}

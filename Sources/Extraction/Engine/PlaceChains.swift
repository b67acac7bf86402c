import Documents
import Language

/// Reads phrases as places: their name, and the wider places that the document puts it in.
struct PlaceChains {
    /// A place and the words that name it.
    struct Place {
        var tokens: TokenSpan
        /// The name, then the places around it, the nearest first.
        var chain: [String]
    }

    private let reading: DocumentReading
    /// The place that the document says another lies in, by their keys.
    private let around: [String: String]

    init(_ reading: DocumentReading) {
        self.reading = reading
        around = Self.containment(reading)
    }

    /// The place that a noun phrase names: itself, or what it lies in ("the military hospital in Greva").
    func place(of head: Int) -> Place? {
        if let site = site(head) { return site }
        if let name = reading.names.name(at: head) { return place(name) }
        guard reading.part(head) == .noun else { return nil }
        for dependent in reading.syntax.dependents(of: head) where dependent > head {
            guard reading.relation(dependent) == .nominalModifier, opensPlace(before: dependent),
                let name = reading.names.name(at: dependent)
            else { continue }
            return place(name)
        }
        return nil
    }

    /// The first place behind a noun that a preposition of place leads to: "a tower [on top of] the Corliss Hotel".
    func placeAfter(_ head: Int) -> Place? {
        let end = min(reading.tokens(ofSentence: head).end, head + 10)
        var isOpen = false
        for token in head + 1..<max(end, head + 1) {
            let hash = reading.analysis.tokens[token].hash
            if Self.openers.contains(hash) { isOpen = true }
            guard reading.analysis.tokens[token].kind == .word, reading.part(token) != .verb,
                reading.part(token) != .auxiliary
            else { return nil }
            guard isOpen, let name = reading.names.name(at: token) else { continue }
            return site(nounHead(of: name)) ?? place(name)
        }
        return nil
    }

    /// The noun that a name stands before: "Fenwick Avenue ice [rink]".
    private func nounHead(of name: Name) -> Int {
        var token = reading.head(of: name.span)
        while reading.relation(token) == .compound, let above = reading.head(token), above > token { token = above }
        return token
    }

    /// A common noun for a building, with the name before it.
    private func site(_ head: Int) -> Place? {
        guard reading.part(head) == .noun,
            let first = reading.syntax.dependents(of: head).first(where: { dependent in
                dependent < head && reading.relation(dependent) == .compound
                    && reading.analysis.tokens[dependent].shape.contains(.capitalized)
            }), let name = reading.names.name(at: first)
        else { return nil }
        let span = TokenSpan(name.span.start, head + 1)
        return Place(tokens: span, chain: [reading.string(span)])
    }

    private func place(_ name: Name) -> Place? {
        switch name.type {
        case .place, .organization: break
        case .person, .event, .work, .product: return nil
        }
        guard name.form != .nationality else { return nil }
        var chain = [Self.text(name, reading)]
        while chain.count < 4, let next = around[PlaceName.key(chain[chain.count - 1])],
            !chain.contains(where: { PlaceName.same($0, next) })
        {
            chain.append(next)
        }
        return Place(tokens: name.span, chain: chain)
    }

    private func opensPlace(before token: Int) -> Bool {
        guard let preposition = reading.syntax.dependent(of: token, .caseMarker) else { return false }
        return Self.openers.contains(reading.analysis.tokens[preposition].hash)
    }

    private static let openers = FoldedForm.hashes("in at on atop near")

    // MARK: What lies in what

    /// "Leith, Edinburgh", "Leith in Scotland"
    private static func containment(_ reading: DocumentReading) -> [String: String] {
        var around: [String: String] = [:]
        let names = reading.names.all
        for (inner, outer) in zip(names, names.dropFirst())
        where inner.type == .place && outer.type == .place && inner.form != .nationality && outer.form != .nationality {
            guard outer.span.start - inner.span.end == 1 else { continue }
            let between = reading.analysis.tokens[inner.span.end].hash
            guard between == comma && isClosed(outer, reading) || between == inWord else { continue }
            let key = PlaceName.key(text(inner, reading))
            if around[key] == nil { around[key] = text(outer, reading) }
        }
        return around
    }

    /// A list goes on; the name of a wider place ends at a mark or the sentence's end.
    private static func isClosed(_ name: Name, _ reading: DocumentReading) -> Bool {
        name.span.end >= reading.analysis.tokens.count
            || reading.analysis.tokens[name.span.end].kind == .punctuation
    }

    private static func text(_ name: Name, _ reading: DocumentReading) -> String {
        let text = name.country ?? reading.string(name.span)
        return text.split(separator: ",").joined()
    }

    private static let comma = FoldedForm(",").hash
    private static let inWord = FoldedForm("in").hash
}

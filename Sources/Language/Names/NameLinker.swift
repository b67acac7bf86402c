import Documents

/// Ties later mentions of a name to the first.
struct NameLinker {
    let analysis: Analysis
    let syntax: Syntax
    let model: SyntaxModel

    /// The names in text order with `first` set, and with the nouns that take names up.
    func link(_ found: [Name]) -> Names {
        var names = merged(unified(found) + nouns(found) + acronyms(found))
        var firsts: [UInt64: Int] = [:]
        for index in names.indices {
            names[index].first = index
            if let country = names[index].country {
                let key = FoldedForm(country).hash
                names[index].first = firsts[key] ?? index
                firsts[key] = names[index].first
                continue
            }
            let key = hash(names[index].span)
            if let first = firsts[key] {
                names[index].first = first
            } else if let (first, form) = antecedent(of: index, in: names) {
                names[index].first = names[first].first
                names[index].form = form
                names[index].type = names[first].type
            }
            if names[index].form != .noun { firsts[key] = names[index].first }
        }
        return Names(all: names)
    }

    /// Gives names of the same words the type that most of them have.
    private func unified(_ found: [Name]) -> [Name] {
        var counts: [UInt64: [Int]] = [:]
        for name in found {
            let place = NameType.allCases.firstIndex(of: name.type) ?? 0
            counts[hash(name.span), default: [Int](repeating: 0, count: NameType.allCases.count)][place] += 1
        }
        return found.map { name in
            let types = counts[hash(name.span)] ?? []
            var name = name
            if name.country == nil, let best = types.indices.max(by: { types[$0] < types[$1] }) {
                name.type =
                    types[best] > types[NameType.allCases.firstIndex(of: name.type) ?? 0]
                    ? NameType.allCases[best] : name.type
            }
            return name
        }
    }

    private func merged(_ names: [Name]) -> [Name] { names.sorted { $0.span < $1.span } }

    /// Stands for the words of a span; for one word its own hash.
    private func hash(_ span: TokenSpan) -> UInt64 {
        span.range.dropFirst().reduce(analysis.tokens[span.start].hash) { hash, token in
            Mixing.spread(hash) ^ analysis.tokens[token].hash
        }
    }

    /// The last words of a span are those of another.
    private func ends(_ whole: TokenSpan, with part: TokenSpan) -> Bool {
        part.count <= whole.count
            && zip(whole.range.suffix(part.count), part.range).allSatisfy {
                analysis.tokens[$0].hash == analysis.tokens[$1].hash
            }
    }

    /// The latest earlier name that this one shortens.
    private func antecedent(of index: Int, in names: [Name]) -> (first: Int, form: Name.Form)? {
        let name = names[index]
        for earlier in stride(from: index - 1, through: max(0, index - 400), by: -1) {
            let full = names[earlier]
            guard full.form == .name, full.span.count > name.span.count || name.form == .noun else { continue }
            if name.form == .noun {
                if takesUp(name, full) { return (earlier, .noun) }
            } else if full.type == .person, name.type == .person || name.span.count == 1 {
                if isNamePart(name.span, of: full.span) { return (earlier, .short) }
            } else if isAcronym(name.span, of: full.span) {
                return (earlier, .acronym)
            } else if name.type == full.type, isEnd(name.span, of: full.span) {
                return (earlier, .short)
            }
        }
        return nil
    }

    /// The family name, or the given name, of a person.
    private func isNamePart(_ short: TokenSpan, of full: TokenSpan) -> Bool {
        ends(full, with: short)
            || short.count == 1 && analysis.tokens[full.start].hash == analysis.tokens[short.start].hash
    }

    private func isEnd(_ short: TokenSpan, of full: TokenSpan) -> Bool {
        short.count > 1 && ends(full, with: short)
    }

    /// "ISKP" for "Islamic State-Khorasan Province": the initials of the words with a capital, or of all but small ones.
    private func isAcronym(_ short: TokenSpan, of full: TokenSpan) -> Bool {
        guard short.count == 1, analysis.tokens[short.start].shape.contains(.allCapitals) else { return false }
        let letters = analysis.document.text[analysis.tokens[short.start].span.range].filter { $0 != UInt8(ascii: ".") }
        let initials = full.range.filter { analysis.tokens[$0].kind == .word }.map { token in
            (
                byte: analysis.document.text[Int(analysis.tokens[token].start)],
                capital: analysis.tokens[token].shape.contains(.capitalized)
            )
        }
        guard letters.count >= 2 else { return false }
        return initials.filter(\.capital).map(\.byte) == Array(letters)
            || initials.map { $0.byte & 0xDF } == Array(letters)
    }

    /// Initials in brackets after the name that they stand for, and where they stand again, as far as no name covers
    /// them.
    private func acronyms(_ found: [Name]) -> [Name] {
        var types: [UInt64: (type: NameType, start: Int)] = [:]
        for name in found where name.form == .name && name.span.end + 2 < analysis.tokens.count {
            let initials = TokenSpan(name.span.end + 1, name.span.end + 2)
            let opening = analysis.document.text[Int(analysis.tokens[name.span.end].start)]
            guard opening == UInt8(ascii: "("), isAcronym(initials, of: name.span) else { continue }
            let hash = analysis.tokens[initials.start].hash
            if types[hash] == nil { types[hash] = (name.type, initials.start) }
        }
        guard !types.isEmpty else { return [] }
        let covered = covered(found)
        return analysis.tokens.indices.compactMap { token in
            guard let known = types[analysis.tokens[token].hash], token >= known.start, !covered[token],
                analysis.tokens[token].shape.contains(.allCapitals)
            else { return nil }
            return Name(span: TokenSpan(token, token + 1), type: known.type, form: .name, first: 0)
        }
    }

    /// Nouns with "the", "this" or "that" whose word ends an earlier name of an organization, a place or an event.
    private func nouns(_ found: [Name]) -> [Name] {
        var heads: [UInt64: (type: NameType, after: Int)] = [:]
        for name in found where name.span.count > 1 && name.form == .name {
            switch name.type {
            case .organization, .place, .event:
                for token in [name.span.start, name.span.end - 1] where heads[analysis.tokens[token].hash] == nil {
                    heads[analysis.tokens[token].hash] = (name.type, name.span.end)
                }
            case .person, .work, .product: break
            }
        }
        guard !heads.isEmpty else { return [] }
        let covered = covered(found)
        return analysis.tokens.indices.compactMap { token in
            guard syntax.tags[token].part == .noun, token > 0,
                Self.definite.contains(analysis.tokens[token - 1].hash), syntax.isParsed(token),
                !analysis.tokens[token].shape.contains(.capitalized), !covered[token],
                let head = heads[analysis.tokens[token].hash], token > head.after
            else { return nil }
            return Name(span: TokenSpan(token, token + 1), type: head.type, form: .noun, first: 0)
        }
    }

    /// For each token whether it belongs to a name.
    private func covered(_ names: [Name]) -> [Bool] {
        var covered = [Bool](repeating: false, count: analysis.tokens.count)
        for name in names { for token in name.span.range { covered[token] = true } }
        return covered
    }

    private static let definite = FoldedForm.hashes("the this that")

    private func takesUp(_ noun: Name, _ full: Name) -> Bool {
        let word = analysis.tokens[noun.span.start].hash
        return full.span.count > 1 && full.type == noun.type
            && (analysis.tokens[full.span.end - 1].hash == word || analysis.tokens[full.span.start].hash == word)
    }
}

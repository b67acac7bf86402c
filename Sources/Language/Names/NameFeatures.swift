/// The labels of the name tagger: outside, and the begin and the inside of each type of name.
package enum NameLabel {
    package static let outside: UInt8 = 0
    package static let count = 1 + 2 * NameType.allCases.count

    package static func begin(_ type: NameType) -> UInt8 {
        UInt8(1 + 2 * (NameType.allCases.firstIndex(of: type) ?? 0))
    }

    /// The type of a label other than `outside`.
    package static func type(_ label: UInt8) -> NameType? {
        label == outside ? nil : NameType.allCases[(Int(label) - 1) / 2]
    }

    package static func isInside(_ label: UInt8) -> Bool { label > 0 && label % 2 == 0 }

    /// True where `label` may follow `previous`: an inside follows its own type only.
    @inline(__always)
    package static func canFollow(_ label: UInt8, _ previous: UInt8) -> Bool {
        !isInside(label) || previous == label || previous == label - 1
    }
}

/// What the name tagger sees of a sentence beyond its `WordSymbols`.
package final class NameSymbols {
    /// What the gazetteer has the word as, and whether it begins the entry.
    private(set) var known: [UInt64] = []
    /// The type that the word had as a name earlier in the document, or 0.
    private(set) var earlier: [UInt8] = []
    private var memory: [UInt64: UInt8] = [:]

    package init() {}

    /// Forgets the document.
    package func startDocument() { memory.removeAll(keepingCapacity: true) }

    package func load(_ tokens: UnsafeBufferPointer<Token>, gazetteer: Gazetteer) {
        known = [UInt64](repeating: 0, count: tokens.count)
        earlier = tokens.map { $0.shape.contains(.capitalized) ? memory[$0.hash] ?? 0 : 0 }
        var index = 0
        while index < tokens.count {
            guard let (entry, count) = gazetteer.match(at: index, in: tokens) else {
                index += 1
                continue
            }
            for place in 0..<count {
                known[index + place] = UInt64(entry.kinds.rawValue) << 2 | (place == 0 ? 1 : 2)
            }
            index += count
        }
    }

    /// Remembers which type the words of a name have.
    package func remember(_ token: Token, _ label: UInt8) {
        if label != NameLabel.outside, token.shape.contains(.capitalized) { memory[token.hash] = (label + 1) / 2 }
    }
}

/// The features by which the label of a word is chosen, from left to right.
package enum NameFeatures {
    /// Writes the keys for word `i`, whose two labels before are given. Returns their number.
    package static func write(
        _ s: WordSymbols, _ names: NameSymbols, _ i: Int, _ before: UInt8, _ previous: UInt8,
        _ keys: UnsafeMutablePointer<UInt64>
    ) -> Int {
        func known(_ place: Int) -> UInt64 {
            Mixing.spread((names.known.indices.contains(place) ? names.known[place] : 3) | 1 << 45)
        }
        let label = Mixing.spread(UInt64(previous) | 1 << 46)
        let labels = Mixing.spread(UInt64(previous) | UInt64(before) << 8 | 1 << 47)
        let earlier = Mixing.spread(UInt64(names.earlier[i]) | 1 << 48)
        let (w, t, c) = (s.word, s.tagSymbol, s.shape)
        var out = KeyWriter(keys)
        for place in i - 2...i + 2 {
            out.add(w[place])
            out.add(t[place])
            out.add(known(place))
            out.add(s.sense[place])
            out.add(c[place])
        }
        out.add(label)
        out.add(labels)
        out.add(label, w[i])
        out.add(label, w[i - 1])
        out.add(label, w[i + 1])
        out.add(label, t[i])
        out.add(label, t[i], t[i + 1])
        out.add(label, c[i])
        out.add(label, known(i))
        out.add(label, known(i), known(i + 1))
        out.add(label, s.sense[i], t[i])
        out.add(label, s.suffix3[i])
        out.add(w[i - 1], w[i])
        out.add(w[i], w[i + 1])
        out.add(t[i - 1], t[i], t[i + 1])
        out.add(c[i - 1], c[i], c[i + 1])
        out.add(known(i - 1), known(i))
        out.add(known(i), known(i + 1))
        out.add(known(i), t[i])
        out.add(s.suffix2[i])
        out.add(s.suffix3[i])
        out.add(s.suffix4[i])
        out.add(s.prefix3[i])
        out.add(s.forms[i])
        out.add(s.forms[i], t[i])
        out.add(earlier)
        out.add(earlier, label)
        out.add(earlier, w[i])
        out.add(w[i - 1], t[i], c[i])
        out.add(w[i + 1], t[i], c[i])
        out.add(w[i - 2], w[i - 1])
        out.add(w[i + 1], w[i + 2])
        return out.count
    }

    /// True where a word can belong to a name: the others are not looked at.
    package static func isCandidate(_ token: Token, _ previous: UInt8) -> Bool {
        guard token.kind != .address else { return false }
        return token.shape.contains(.capitalized) || previous != NameLabel.outside
            || (token.shape.contains(.hasDigit) && token.shape.contains(.hasLetter))
    }
}

/// The features by which a tag is chosen, from left to right.
///
/// A template is known by its number to a trained model.
package struct TaggerFeatures {
    private let s: WordSymbols
    private let i: Int

    /// - Parameter index: the word; the tags before it are set.
    @inline(__always)
    init(_ words: WordSymbols, _ index: Int) {
        s = words
        i = index
    }

    /// Writes the keys for word `i`; the tags before it are set. Returns their number.
    ///
    /// - Parameter table: `Mixing.table`.
    package static func write(
        _ words: WordSymbols, _ i: Int, table: UnsafePointer<UInt64>, _ keys: UnsafeMutablePointer<UInt64>
    ) -> Int {
        let features = TaggerFeatures(words, i)
        var out = TemplateWriter(keys, table: table)
        for group in Group.allCases { features.write(group, &out) }
        features.writeRest(&out)
        return out.count
    }
}

// MARK: - Features that look at the same few symbols

extension TaggerFeatures {
    /// Features whose weights are added up together, as what they look at comes up again and again.
    enum Group: Int, CaseIterable {
        /// The word alone, and with the tag before it.
        case word, taggedWord
        case before, after
    }

    /// Stands for all that the features of a group look at.
    @inline(__always)
    func key(_ group: Group) -> UInt64 {
        let t = s.tagSymbol
        return switch group {
        case .word: wordKey
        case .taggedWord: Mixing.key(wordKey, t[i - 1], 0)
        case .before: Mixing.key(s.word[i - 1], s.suffix3[i - 1], t[i - 1], t[i - 2], t[i - 3])
        case .after: Mixing.key(s.word[i + 1], s.suffix3[i + 1], s.ambiguity[i + 1], s.sense[i + 1], t[i - 1])
        }
    }

    /// The longest affixes tell the shorter ones.
    @inline(__always)
    private var wordKey: UInt64 {
        Mixing.key(
            s.word[i], s.ambiguity[i], s.forms[i], s.sense[i], s.suffix4[i], s.prefix3[i], s.shape[i])
    }

    /// Writes the keys of a group.
    @inline(__always)
    func write(_ group: Group, _ out: inout TemplateWriter) {
        let (w, a, f, t) = (s.word, s.ambiguity, s.forms, s.tagSymbol)
        switch group {
        case .word:
            out.add(0, w[i])
            out.add(15, a[i])
            out.add(28, f[i])
            out.add(32, f[i], s.suffix2[i])
            out.add(33, f[i], s.shape[i])
            out.add(35, s.sense[i])
            out.add(38, s.suffix1[i])
            out.add(39, s.suffix2[i])
            out.add(40, s.suffix3[i])
            out.add(41, s.suffix4[i])
            out.add(44, s.suffix3[i], s.shape[i])
            out.add(47, s.prefix1[i])
            out.add(48, s.prefix2[i])
            out.add(49, s.prefix3[i])
            out.add(50, s.shape[i])
            out.add(54, s.shape[i], a[i])
        case .taggedWord:
            out.add(11, t[i - 1], w[i])
            out.add(17, a[i], t[i - 1])
            out.add(29, f[i], t[i - 1])
            out.add(34, f[i], s.shape[i], t[i - 1])
            out.add(36, s.sense[i], t[i - 1])
            out.add(42, s.suffix3[i], t[i - 1])
            out.add(51, s.shape[i], t[i - 1])
        case .before:
            out.add(1, w[i - 1])
            out.add(9, t[i - 1])
            out.add(10, t[i - 2], t[i - 1])
            out.add(14, t[i - 3], t[i - 2], t[i - 1])
            out.add(46, s.suffix3[i - 1])
        case .after:
            out.add(3, w[i + 1])
            out.add(12, t[i - 1], w[i + 1])
            out.add(16, a[i + 1])
            out.add(23, a[i + 1], t[i - 1])
            out.add(37, s.sense[i + 1], t[i - 1])
            out.add(45, s.suffix3[i + 1])
        }
    }

    /// Writes the keys of the features that belong to no group.
    @inline(__always)
    func writeRest(_ out: inout TemplateWriter) {
        let (w, a, f, t) = (s.word, s.ambiguity, s.forms, s.tagSymbol)
        out.add(2, w[i - 2])
        out.add(4, w[i + 2])
        out.add(5, w[i - 1], w[i])
        out.add(6, w[i], w[i + 1])
        out.add(7, w[i - 1], w[i + 1])
        out.add(8, w[i + 1], w[i + 2])
        out.add(13, t[i - 2], t[i - 1], w[i])
        out.add(18, a[i], t[i - 2], t[i - 1])
        out.add(19, a[i], a[i + 1])
        out.add(20, a[i], a[i + 1], a[i + 2])
        out.add(21, a[i], a[i + 1], t[i - 1])
        out.add(22, a[i], a[i + 2], t[i - 1])
        out.add(24, a[i], w[i - 1])
        out.add(25, a[i], w[i + 1])
        out.add(26, a[i + 1], a[i + 2])
        out.add(27, a[i + 1], w[i])
        out.add(30, f[i], f[i + 1])
        out.add(31, f[i], t[i - 2], t[i - 1])
        out.add(43, s.suffix2[i], t[i - 2], t[i - 1])
        out.add(52, s.shape[i], s.shape[i + 1])
        out.add(53, s.shape[i - 1], s.shape[i], s.shape[i + 1])
    }
}

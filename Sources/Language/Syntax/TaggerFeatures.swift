/// The features by which a tag is chosen, from left to right.
package enum TaggerFeatures {
    /// Writes the keys for word `i`; the tags before it are set. Returns their number.
    package static func write(_ s: WordSymbols, _ i: Int, _ keys: UnsafeMutablePointer<UInt64>) -> Int {
        var writer = KeyWriter(keys)
        words(s, i, &writer)
        ambiguity(s, i, &writer)
        forms(s, i, &writer)
        spelling(s, i, &writer)
        return writer.count
    }

    @inline(__always)
    private static func words(_ s: WordSymbols, _ i: Int, _ out: inout KeyWriter) {
        let (w, t) = (s.word, s.tagSymbol)
        out.add(w[i])
        out.add(w[i - 1])
        out.add(w[i - 2])
        out.add(w[i + 1])
        out.add(w[i + 2])
        out.add(w[i - 1], w[i])
        out.add(w[i], w[i + 1])
        out.add(w[i - 1], w[i + 1])
        out.add(w[i + 1], w[i + 2])
        out.add(t[i - 1])
        out.add(t[i - 2], t[i - 1])
        out.add(t[i - 1], w[i])
        out.add(t[i - 1], w[i + 1])
        out.add(t[i - 2], t[i - 1], w[i])
        out.add(t[i - 3], t[i - 2], t[i - 1])
    }

    @inline(__always)
    private static func ambiguity(_ s: WordSymbols, _ i: Int, _ out: inout KeyWriter) {
        let (a, t) = (s.ambiguity, s.tagSymbol)
        out.add(a[i])
        out.add(a[i + 1])
        out.add(a[i], t[i - 1])
        out.add(a[i], t[i - 2], t[i - 1])
        out.add(a[i], a[i + 1])
        out.add(a[i], a[i + 1], a[i + 2])
        out.add(a[i], a[i + 1], t[i - 1])
        out.add(a[i], a[i + 2], t[i - 1])
        out.add(a[i + 1], t[i - 1])
        out.add(a[i], s.word[i - 1])
        out.add(a[i], s.word[i + 1])
        out.add(a[i + 1], a[i + 2])
        out.add(a[i + 1], s.word[i])
    }

    @inline(__always)
    private static func forms(_ s: WordSymbols, _ i: Int, _ out: inout KeyWriter) {
        let (f, t) = (s.forms, s.tagSymbol)
        out.add(f[i])
        out.add(f[i], t[i - 1])
        out.add(f[i], f[i + 1])
        out.add(f[i], t[i - 2], t[i - 1])
        out.add(f[i], s.suffix2[i])
        out.add(f[i], s.shape[i])
        out.add(f[i], s.shape[i], t[i - 1])
        out.add(s.sense[i])
        out.add(s.sense[i], t[i - 1])
        out.add(s.sense[i + 1], t[i - 1])
    }

    @inline(__always)
    private static func spelling(_ s: WordSymbols, _ i: Int, _ out: inout KeyWriter) {
        let t = s.tagSymbol
        out.add(s.suffix1[i])
        out.add(s.suffix2[i])
        out.add(s.suffix3[i])
        out.add(s.suffix4[i])
        out.add(s.suffix3[i], t[i - 1])
        out.add(s.suffix2[i], t[i - 2], t[i - 1])
        out.add(s.suffix3[i], s.shape[i])
        out.add(s.suffix3[i + 1])
        out.add(s.suffix3[i - 1])
        out.add(s.prefix1[i])
        out.add(s.prefix2[i])
        out.add(s.prefix3[i])
        out.add(s.shape[i])
        out.add(s.shape[i], t[i - 1])
        out.add(s.shape[i], s.shape[i + 1])
        out.add(s.shape[i - 1], s.shape[i], s.shape[i + 1])
        out.add(s.shape[i], s.ambiguity[i])
    }
}

/// A word form that the rules know by sight; two tokens with one id have the same lower-cased form.
public struct WordID: Hashable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A form that is in no list.
    public static let unknown = WordID(rawValue: 0)
}

/// The word forms that rules, units, numbers and months are written with: an immutable hash table from the lower-cased
/// bytes of a form to its id. Ids count from 1 in the order in which the forms were given.
public struct Vocabulary: Sendable {
    private let slots: [UInt32]
    private let hashes: [UInt64]
    private let forms: [String]
    private let mask: Int

    /// - Parameter words: forms as a text would have them; case and kind of quotes and dashes do not matter.
    public init(_ words: some Sequence<String>) {
        var hashes: [UInt64] = [0]
        var forms = [""]
        var known: [UInt64: Int] = [:]
        for word in words {
            let folded = FoldedForm(word)
            guard known[folded.hash] == nil else { continue }
            known[folded.hash] = hashes.count
            hashes.append(folded.hash)
            forms.append(word.lowercased())
        }
        var capacity = 16
        while capacity < hashes.count * 3 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        for id in hashes.indices.dropFirst() {
            var slot = Int(truncatingIfNeeded: hashes[id]) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt32(id)
        }
        self.slots = slots
        self.hashes = hashes
        self.forms = forms
        mask = capacity - 1
    }

    public var count: Int { hashes.count - 1 }

    /// The id of the form with this hash; 64-bit hashes of distinct forms are taken to be distinct.
    @inline(__always)
    public func id(hash: UInt64) -> WordID {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let id = slots[slot]
            if id == 0 || hashes[Int(id)] == hash { return WordID(rawValue: id) }
            slot = (slot + 1) & mask
        }
    }

    public func id(_ word: String) -> WordID { id(hash: FoldedForm(word).hash) }

    /// The form of an id, lower-cased.
    public func form(_ id: WordID) -> String { forms[Int(id.rawValue)] }
}

/// The hash by which word forms are compared: FNV-1a over the lower-cased bytes (ASCII, Latin-1 and Latin Extended-A
/// letters; ’ ‘ as ', ‐ ‑ – as -), mixed once so that its low bits can index a table.
public struct FoldedForm: Sendable {
    public private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    public init(_ word: String) {
        var copy = word
        self = copy.withUTF8 { FoldedForm($0) }
    }

    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                index += 1
            } else {
                index += addMultibyte(bytes, at: index)
            }
        }
    }

    /// The hashes of some words with spaces between them.
    public static func hashes(_ words: String) -> FormSet {
        FormSet(words.split(whereSeparator: \.isWhitespace).map { FoldedForm(String($0)).hash })
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// Adds one sequence of two or more bytes, folded; returns its length.
    private mutating func addMultibyte(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch lead {
        case 0xC3 where second >= 0x80 && second <= 0x9E && second != 0x97:  // À…Þ
            add(lead)
            add(second + 0x20)
            return 2
        case 0xC4, 0xC5:  // Latin Extended-A: even code points are capitals up to U+0137 and from U+014A
            let scalar = UInt32(lead & 0x1F) << 6 | UInt32(second & 0x3F)
            let oddIsCapital = (0x139...0x148).contains(scalar) || (0x179...0x17E).contains(scalar)
            let capital = oddIsCapital ? scalar % 2 == 1 : scalar % 2 == 0
            let lower = capital && scalar != 0x138 && scalar != 0x178 ? scalar + 1 : scalar
            add(UInt8(0xC0 | lower >> 6))
            add(UInt8(0x80 | lower & 0x3F))
            return min(2, bytes.count - index)
        case 0xE2 where second == 0x80 && index + 2 < bytes.count:
            switch bytes[index + 2] {
            case 0x98, 0x99: add(UInt8(ascii: "'"))
            case 0x90, 0x91, 0x93: add(UInt8(ascii: "-"))
            case let third:
                add(lead)
                add(second)
                add(third)
            }
            return 3
        default:
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
            let end = min(index + length, bytes.count)
            for place in index..<end { add(bytes[place]) }
            return end - index
        }
    }

    /// The finished hash, never 0.
    public var hash: UInt64 {
        var value = state
        value ^= value >> 32
        value = value &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
        return value == 0 ? 1 : value
    }
}

import Documents
import Extraction

/// The gates that two claims of one attribute must pass before their values are compared.
struct Gates {
    let aligner: Aligner
    private let first: Int
    private let second: Int

    init(aligner: Aligner, _ first: Int, _ second: Int) {
        self.aligner = aligner
        self.first = first
        self.second = second
    }

    private var a: Claim { aligner.claims[first] }
    private var b: Claim { aligner.claims[second] }

    var areComparable: Bool {
        areTwoSources && areAsserted && haveOneUnit && haveOneScope && mayBeOneSubject && mayBeOneTime
    }

    /// One document may tell stages of one figure; copies of one text are one source.
    var areTwoSources: Bool { a.document != b.document && a.sentence != b.sentence }

    var areAsserted: Bool {
        [a, b].allSatisfy { $0.modality == .asserted || $0.modality == .hedged }
    }

    var haveOneUnit: Bool {
        switch (a.value.content, b.value.content) {
        case (.quantity(let first), .quantity(let second)): aligner.quantities.areComparable(first, second)
        case (.time, .time): true
        default: false
        }
    }

    var haveOneScope: Bool { aligner.profiles[first].scope == aligner.profiles[second].scope }

    /// Two names must share one; a thing with a name may be "the bridge" of the other document.
    var mayBeOneSubject: Bool {
        let (a, b) = (aligner.profiles[first], aligner.profiles[second])
        if !a.names.isEmpty, !b.names.isEmpty { return !Set(a.names).isDisjoint(with: b.names) }
        if a.event >= 0, b.event >= 0 { return a.event == b.event }
        return true
    }

    /// Times that the claims themselves are told for must meet.
    var mayBeOneTime: Bool {
        guard let first = a.time, let second = b.time else { return true }
        return first.days.overlaps(second.days)
    }
}

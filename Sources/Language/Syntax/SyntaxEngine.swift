import Documents
import Synchronization

/// Tags and parses stretches of tokens, a few side by side: while the weights for one come from memory, the others are worked
/// on.
///
/// Not for several threads at the same time.
final class SyntaxEngine: @unchecked Sendable {
    private static let laneCount = 4
    private let lanes: [SyntaxLane]
    // Serve all lanes, so that what one has added up is known to the others.
    private let tagSums = ScoreMemo.allocate(groups: TaggerFeatures.Group.allCases.count)
    private let transitionSums = ScoreMemo.allocate(groups: ParserFeatures.Group.allCases.count)

    init(_ model: SyntaxModel, isParsing: Bool) {
        let (tagSums, transitionSums) = (tagSums, transitionSums)
        lanes = (0..<Self.laneCount).map { _ in
            SyntaxLane(model, isParsing: isParsing, tagSums: tagSums, transitionSums: transitionSums)
        }
    }

    deinit {
        tagSums.deallocate()
        transitionSums.deallocate()
    }

    /// - Parameters:
    ///   - parts: sentences, or what is read as one.
    ///   - syntax: where the trees go.
    func run(
        _ parts: [TokenSpan], _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>,
        _ evidence: borrowing CaseEvidence, to syntax: inout Syntax
    ) {
        var next = 0
        // The lanes live as long as the engine. Counting their references would cost more than reading the memory that
        // they wait for: until each count is done, the processor reads nothing that comes after.
        var busy: [Unmanaged<SyntaxLane>] = []
        for lane in lanes where feed(lane, parts, &next, tokens, text, evidence, &syntax) {
            busy.append(Unmanaged.passUnretained(lane))
        }
        while !busy.isEmpty {
            for lane in busy { lane._withUnsafeGuaranteedRef { $0.request() } }
            for lane in busy { lane._withUnsafeGuaranteedRef { $0.find() } }
            for lane in busy { lane._withUnsafeGuaranteedRef { $0.decide() } }
            for place in busy.indices.reversed() where busy[place]._withUnsafeGuaranteedRef({ $0.isFinished }) {
                let lane = busy[place].takeUnretainedValue()
                lane.write(to: &syntax)
                if !feed(lane, parts, &next, tokens, text, evidence, &syntax) { busy.remove(at: place) }
            }
        }
        extendLifetime(lanes)
    }

    /// Gives a lane the next part that takes decisions; false where none is left.
    private func feed(
        _ lane: SyntaxLane, _ parts: [TokenSpan], _ next: inout Int, _ tokens: UnsafeBufferPointer<Token>,
        _ text: UnsafeBufferPointer<UInt8>, _ evidence: borrowing CaseEvidence, _ syntax: inout Syntax
    ) -> Bool {
        while next < parts.count {
            lane.begin(parts[next], tokens, text, evidence)
            next += 1
            guard lane.isFinished else { return true }
            lane.write(to: &syntax)
        }
        return false
    }
}

/// Parsers that wait for the next document: what they remember of one serves the next.
final class SyntaxEngines: Sendable {
    private let idle = Mutex<[SyntaxEngine]>([])

    /// Calls `body` with an engine that nobody else has.
    func use(_ model: SyntaxModel, isParsing: Bool, _ body: (SyntaxEngine) -> Void) {
        let engine = (isParsing ? idle.withLock { $0.popLast() } : nil) ?? SyntaxEngine(model, isParsing: isParsing)
        body(engine)
        if isParsing { idle.withLock { $0.append(engine) } }
    }
}

import Documents
public import Extraction

extension Reconciler {
    /// Why two claims of a set are reported as a discrepancy, or are not.
    /// - Parameters:
    ///   - first: index of a claim; the facts of the house stand behind the claims.
    ///   - second: index of another.
    ///   - claims: all of the set, in document order: what others say decides who is whose counterpart.
    public func why(_ first: Int, _ second: Int, of claims: [Claim]) -> Comparability {
        if max(first, second) >= claims.count { return whyOfFact(first, second, of: claims) }
        let found = reconcile(claims)
        let gates = gates(first, second, of: Excerpts.read(claims), found)
        let outcome = outcome(gates, claims[first].id, claims[second].id, found.discrepancies)
        let likelihood =
            gates.first { !$0.holds }?.name == Gate.attribute
            ? likelihood(first, second, of: Excerpts.read(claims)) : nil
        return Comparability(gates: gates, outcome: [outcome, likelihood].compactMap { $0 }.joined(separator: " "))
    }

    private func gates(_ first: Int, _ second: Int, of claims: [Claim], _ found: Reconciliation) -> [Gate] {
        let (a, b) = (claims[first], claims[second])
        var gates = [
            Gate(
                name: "two sources", holds: a.document != b.document && a.sentence != b.sentence, first: a.document,
                second: a.document != b.document && a.sentence == b.sentence
                    ? "\(b.document), the same text" : b.document),
            Gate(
                name: "told as true", holds: a.isHeldTrue && b.isHeldTrue, first: a.modality.rawValue,
                second: b.modality.rawValue),
            subjectGate(first, second, of: claims, found.subjects),
            Gate(name: Gate.attribute, holds: a.attribute == b.attribute, first: a.attribute, second: b.attribute),
            unitGate(a, b), scopeGate(a, b), timeGate(a, b),
            Gate(
                name: Gate.valuesDiffer, holds: a.value.content != b.value.content && differ(a, b),
                first: a.value.reading,
                second: b.value.reading),
        ]
        if let tolerance = quantities.tolerance.tolerances[a.attribute] {
            gates.append(.tolerance(tolerance, a.value, b.value, holds: !tolerates(a, b)))
        }
        return gates
    }

    /// One event, or subjects of one story that no name keeps apart.
    private func subjectGate(_ first: Int, _ second: Int, of claims: [Claim], _ groups: [SubjectGroup]) -> Gate {
        func group(_ claim: Int) -> Int? { groups.firstIndex { $0.claims.contains(claim) } }
        let (a, b) = (claims[first], claims[second])
        var holds = group(first) == group(second)
        if !holds, a.subject.kind != .event || b.subject.kind != .event {
            let stories = StoryGrouping([a, b], forms: forms, gazetteer: gazetteer)
            let (names, others) = (names(of: a), names(of: b))
            holds =
                stories.storyOf[a.document] == stories.storyOf[b.document]
                && (names.isEmpty || others.isEmpty || !names.isDisjoint(with: others))
        }
        return Gate(name: "subject", holds: holds, first: a.subject.text, second: b.subject.text)
    }

    private func names(of claim: Claim) -> Set<String> { Set(claim.subject.entity.map(forms.keys) ?? []) }

    private func unitGate(_ a: Claim, _ b: Claim) -> Gate {
        guard let first = a.value.quantity, let second = b.value.quantity else {
            return Gate(
                name: "sort of value", holds: a.value.sort == b.value.sort, first: a.value.sort, second: b.value.sort)
        }
        return Gate(
            name: "unit", holds: quantities.areComparable(first, second), first: first.unit ?? "a number",
            second: second.unit ?? "a number")
    }

    private func scopeGate(_ a: Claim, _ b: Claim) -> Gate {
        func shown(_ claim: Claim) -> String { claim.scope.isEmpty ? "the whole" : claim.scope.joined(separator: ", ") }
        return Gate(
            name: "scope", holds: Fingerprint.scope(a) == Fingerprint.scope(b) && !a.scope.contains("further"),
            first: shown(a), second: shown(b))
    }

    private func timeGate(_ a: Claim, _ b: Claim) -> Gate {
        func shown(_ claim: Claim) -> String { claim.time?.days.description ?? "any time" }
        let isOneEvent = a.subject.kind == .event && b.subject.kind == .event
        let meet = a.time.flatMap { first in b.time.map { first.days.overlaps($0.days) } } ?? true
        return Gate(name: "time", holds: isOneEvent || meet, first: shown(a), second: shown(b))
    }

    /// Some two of the claims, which are comparable, come from two documents and have values with nothing in common that lie
    /// farther apart than is tolerated.
    public func differ(_ claims: [Claim]) -> Bool {
        claims.indices.contains { first in
            claims[(first + 1)...].contains { second in
                let a = claims[first]
                return a.document != second.document && a.value.content != second.value.content && differ(a, second)
                    && !tolerates(a, second)
            }
        }
    }

    /// The figures lie no farther apart than figures of the attribute may.
    private func tolerates(_ a: Claim, _ b: Claim) -> Bool {
        guard let first = a.value.quantity, let second = b.value.quantity else { return false }
        return quantities.tolerance.allows(first, second, on: a.attribute)
    }

    /// The values have nothing in common.
    private func differ(_ a: Claim, _ b: Claim) -> Bool {
        switch (a.value.content, b.value.content) {
        case (.quantity(let first), .quantity(let second)): !quantities.agree(first, second)
        case (.time(let first), .time(let second)): TimeComparison.difference(first, second) != nil
        default: true
        }
    }

    private func outcome(
        _ gates: [Gate], _ first: String, _ second: String, _ discrepancies: [Discrepancy]
    ) -> String {
        let found = discrepancies.first { discrepancy in
            [first, second].allSatisfy { id in discrepancy.claims.contains { $0.id == id } }
        }
        if let found {
            let shut = gates.filter { !$0.holds }.map(\.name)
            let words =
                "Reported together as \(found.kind.rawValue), \(found.relation.rawValue) [\(found.id.prefix(8))]"
            // Names are compared across subjects, and a third claim may be what joins two.
            return shut.isEmpty
                ? words + "." : "\(words), which does not hang on \(shut.joined(separator: " and "))."
        }
        guard let shut = gates.first(where: { !$0.holds }) else {
            return "They can be compared, and differ, but each has a nearer counterpart, or too little says that they "
                + "speak of one thing, or a setting keeps the finding off."
        }
        return shut.outcome
    }
}

extension Gate {
    static let valuesDiffer = "values differ"
    static let attribute = "attribute"
    private static let beyondTolerance = "beyond tolerance"

    /// The gate that figures of an attribute must pass for which a tolerance is set.
    static func tolerance(_ tolerance: Tolerance, _ a: ClaimValue, _ b: ClaimValue, holds: Bool) -> Gate {
        Gate(
            name: beyondTolerance, holds: holds, first: a.reading, second: "\(b.reading), tolerance \(tolerance.text)")
    }

    static let agreement = "They can be compared, and agree: some value fits both."

    /// What comes of two claims for which this is the first gate that does not hold.
    var outcome: String {
        switch name {
        case Self.valuesDiffer: Self.agreement
        case Self.beyondTolerance:
            "They can be compared, and differ by no more than is tolerated: \(first) against \(second)."
        default: "Not comparable, because of \(name): \(first) against \(second)."
        }
    }
}

extension Claim {
    /// Its document holds it for true.
    var isHeldTrue: Bool { modality == .asserted || modality == .hedged }
}

extension ClaimValue {
    var isTime: Bool { if case .time = content { true } else { false } }

    /// For a reader.
    var sort: String {
        switch content {
        case .quantity: "a quantity"
        case .time: "a time"
        case .rank: "a rank"
        case .place: "a place"
        case .name: "a name"
        case .set: "a list"
        case .polarity: "yes or no"
        case .words: "words"
        }
    }
}

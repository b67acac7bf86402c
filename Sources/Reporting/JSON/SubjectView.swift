import Documents
import Extraction
import Language

/// A subject as a discrepancy names it.
struct SubjectTextView: Encodable {
    var type, text: String

    init(_ subject: Subject) {
        type = subject.kind.rawValue
        text = subject.text
    }
}

/// A subject with all that tells it from others.
struct SubjectView: Codable {
    struct EventView: Codable {
        var kind: String
        var places, names, people: [String]?
        /// As in 2024-03.
        var time: String?
    }

    struct EntityView: Codable {
        var name, type, noun: String?
        var aliases: [String]?
    }

    var type, text, key: String
    var event: EventView?
    var entity: EntityView?

    init(_ subject: Subject) {
        type = subject.kind.rawValue
        text = subject.text
        key = subject.key
        event = subject.event.map { event in
            EventView(
                kind: event.kind, places: Self.list(event.places), names: Self.list(event.names),
                people: Self.list(event.people), time: event.time?.description)
        }
        entity = subject.entity.map { entity in
            EntityView(
                name: entity.name, type: entity.type?.rawValue, noun: entity.noun, aliases: Self.list(entity.aliases))
        }
    }

    private static func list(_ names: [String]) -> [String]? { names.isEmpty ? nil : names }
}

// MARK: - Reading

extension SubjectView {
    func subject() throws(ClaimLineProblem) -> Subject {
        guard let kind = Subject.Kind(rawValue: type) else {
            let known = Subject.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ClaimLineProblem("'subject.type' is '\(type)'; expected one of \(known)")
        }
        var subject = Subject(kind: kind, text: text, key: key)
        subject.event = try knownEvent()
        subject.entity = try knownEntity()
        return subject
    }

    private func knownEvent() throws(ClaimLineProblem) -> Event? {
        guard let event else { return nil }
        var known = Event(
            kind: event.kind, places: event.places ?? [], names: event.names ?? [], people: event.people ?? [])
        if let time = event.time { known.time = try ReportDays.read(time, key: "subject.event.time") }
        return known
    }

    private func knownEntity() throws(ClaimLineProblem) -> Entity? {
        guard let entity else { return nil }
        var known = Entity(name: entity.name, noun: entity.noun, aliases: entity.aliases ?? [])
        if let type = entity.type {
            guard let named = NameType(rawValue: type) else {
                let types = NameType.allCases.map(\.rawValue).joined(separator: ", ")
                throw ClaimLineProblem("'subject.entity.type' is '\(type)'; expected one of \(types)")
            }
            known.type = named
        }
        return known
    }
}

import TestSupport

/// What the schema of SARIF 2.1.0 asks of the objects that the logs of this program hold, in a short form of our own: the
/// properties that each may have and must have, and what their values may be.
enum SARIFSchema {
    indirect enum Shape: Sendable {
        case text
        case uri
        case uriReference
        case flag
        case integer(least: Int)
        case choice([String])
        case list(Shape, isUnique: Bool = false)
        /// An object of the standard, by its name.
        case object(String)
        case texts
        /// A property bag: any keys.
        case bag
    }

    struct Definition: Sendable {
        var properties: [String: Shape]
        var required: [String] = []
        /// One of these must be there.
        var oneOf: [String] = []
    }

    private static let level = Shape.choice(["none", "note", "warning", "error"])

    static let definitions: [String: Definition] = [
        "sarifLog": Definition(
            properties: [
                "$schema": .uri, "version": .choice(["2.1.0"]), "runs": .list(.object("run")),
                "inlineExternalProperties": .list(.bag, isUnique: true), "properties": .bag,
            ], required: ["version", "runs"]),
        "run": Definition(
            properties: [
                "tool": .object("tool"), "columnKind": .choice(["utf16CodeUnits", "unicodeCodePoints"]),
                "automationDetails": .object("runAutomationDetails"),
                "invocations": .list(.object("invocation")), "artifacts": .list(.object("artifact"), isUnique: true),
                "results": .list(.object("result")), "language": .text, "defaultEncoding": .text, "properties": .bag,
            ], required: ["tool"]),
        "runAutomationDetails": Definition(
            properties: ["description": .object("message"), "id": .text, "properties": .bag]),
        "tool": Definition(
            properties: ["driver": .object("toolComponent"), "properties": .bag], required: ["driver"]),
        "toolComponent": Definition(
            properties: [
                "name": .text, "version": .text, "semanticVersion": .text, "informationUri": .uri,
                "rules": .list(.object("reportingDescriptor"), isUnique: true), "properties": .bag,
            ], required: ["name"]),
        "reportingDescriptor": Definition(
            properties: [
                "id": .text, "name": .text, "shortDescription": .object("multiformatMessageString"),
                "fullDescription": .object("multiformatMessageString"), "help": .object("multiformatMessageString"),
                "helpUri": .uri, "properties": .bag,
            ], required: ["id"]),
        "multiformatMessageString": Definition(
            properties: ["text": .text, "markdown": .text, "properties": .bag], required: ["text"]),
        "message": Definition(
            properties: [
                "text": .text, "markdown": .text, "id": .text, "arguments": .list(.text), "properties": .bag,
            ], oneOf: ["text", "id"]),
        "invocation": Definition(
            properties: [
                "executionSuccessful": .flag, "toolExecutionNotifications": .list(.object("notification")),
                "properties": .bag,
            ], required: ["executionSuccessful"]),
        "notification": Definition(
            properties: [
                "locations": .list(.object("location"), isUnique: true), "message": .object("message"), "level": level,
                "properties": .bag,
            ], required: ["message"]),
        "artifact": Definition(
            properties: [
                "description": .object("message"), "location": .object("artifactLocation"), "encoding": .text,
                "properties": .bag,
            ]),
        "artifactLocation": Definition(
            properties: [
                "uri": .uriReference, "uriBaseId": .text, "index": .integer(least: -1),
                "description": .object("message"), "properties": .bag,
            ]),
        "location": Definition(
            properties: [
                "id": .integer(least: -1), "physicalLocation": .object("physicalLocation"),
                "message": .object("message"), "properties": .bag,
            ]),
        "physicalLocation": Definition(
            properties: [
                "artifactLocation": .object("artifactLocation"), "region": .object("region"),
                "contextRegion": .object("region"), "properties": .bag,
            ], oneOf: ["address", "artifactLocation"]),
        "region": Definition(
            properties: [
                "startLine": .integer(least: 1), "startColumn": .integer(least: 1), "endLine": .integer(least: 1),
                "endColumn": .integer(least: 1), "charOffset": .integer(least: -1), "charLength": .integer(least: 0),
                "byteOffset": .integer(least: -1), "byteLength": .integer(least: 0), "message": .object("message"),
                "properties": .bag,
            ]),
        "result": Definition(
            properties: [
                "ruleId": .text, "ruleIndex": .integer(least: -1),
                "kind": .choice(["notApplicable", "pass", "fail", "review", "open", "informational"]), "level": level,
                "message": .object("message"), "locations": .list(.object("location")),
                "relatedLocations": .list(.object("location"), isUnique: true), "fingerprints": .texts,
                "partialFingerprints": .texts, "occurrenceCount": .integer(least: 1),
                "baselineState": .choice(["new", "unchanged", "updated", "absent"]),
                "suppressions": .list(.object("suppression"), isUnique: true), "properties": .bag,
            ], required: ["message"]),
        "suppression": Definition(
            properties: [
                "kind": .choice(["inSource", "external"]), "status": .choice(["accepted", "underReview", "rejected"]),
                "justification": .text, "location": .object("location"), "properties": .bag,
            ], required: ["kind"]),
    ]

    /// What is wrong with a log; empty for a valid one.
    static func problems(of log: JSONText) -> [String] { problems(of: log, as: .object("sarifLog"), at: "log") }

    private static func problems(of value: JSONText, as shape: Shape, at place: String) -> [String] {
        switch (shape, value) {
        case (.text, .text), (.flag, .flag), (.bag, .object): []
        case (.integer(let least), .integer(let number)): number >= least ? [] : ["\(place) is \(number)"]
        case (.choice(let names), .text(let name)): names.contains(name) ? [] : ["\(place) is '\(name)'"]
        case (.uri, .text(let uri)):
            isReference(uri) && uri.contains(/^[A-Za-z][A-Za-z0-9+.-]*:/) ? [] : ["\(place) is no URI"]
        case (.uriReference, .text(let uri)): isReference(uri) ? [] : ["\(place) is no URI reference"]
        case (.texts, .object(let members)):
            members.flatMap { problems(of: $0.value, as: .text, at: "\(place).\($0.key)") }
        case (.list(let element, let isUnique), .list(let values)):
            (isUnique && Set(values).count < values.count ? ["\(place) repeats itself"] : [])
                + values.enumerated().flatMap { problems(of: $1, as: element, at: "\(place)[\($0)]") }
        case (.object(let name), .object(let members)): problems(of: members, as: name, at: place)
        default: ["\(place) has a value of another kind"]
        }
    }

    private static func problems(of members: [String: JSONText], as name: String, at place: String) -> [String] {
        guard let definition = definitions[name] else { return ["\(place): no definition of \(name)"] }
        let missing = definition.required.filter { members[$0] == nil }.map { "\(place) lacks \($0)" }
        let isOpen = !definition.oneOf.isEmpty && !definition.oneOf.contains { members[$0] != nil }
        return missing + (isOpen ? ["\(place) has none of \(definition.oneOf)"] : [])
            + members.flatMap { key, value in
                definition.properties[key].map { problems(of: value, as: $0, at: "\(place).\(key)") }
                    ?? ["\(place) may have no \(key)"]
            }
    }

    /// RFC 3986: characters that may stand in a reference, escapes of two digits, and no colon in the first part of a
    /// relative path.
    private static func isReference(_ uri: String) -> Bool {
        let allowed = Set(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%".unicodeScalars)
        return uri.unicodeScalars.allSatisfy(allowed.contains) && !uri.contains(/%(?![0-9A-Fa-f]{2})/)
            && (uri.contains(/^[A-Za-z][A-Za-z0-9+.-]*:/) || !uri.prefix { $0 != "/" }.contains(":"))
    }
}

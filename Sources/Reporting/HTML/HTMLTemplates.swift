import Mustache

/// The templates of the HTML report, parsed.
struct HTMLTemplates {
    private let startTemplate: MustacheTemplate
    private let findingTemplate: MustacheTemplate
    private let endTemplate: MustacheTemplate
    private let parts: MustacheLibrary

    /// - Throws: where a template that came with the program cannot be read.
    init() throws {
        MustacheContentTypes.register(MarkupText(), named: "MARKUP")
        startTemplate = try Self.template(PackageResources.report_start_mustache)
        findingTemplate = try Self.template(PackageResources.report_finding_mustache)
        endTemplate = try Self.template(PackageResources.report_end_mustache)
        parts = MustacheLibrary(templates: [
            "sentence": try Self.template(PackageResources.report_sentence_mustache),
            "line": try Self.template(PackageResources.report_line_mustache),
        ])
    }

    func start(_ view: HTMLStartView) -> String { startTemplate.render(view, library: parts) }
    func finding(_ view: HTMLFindingView) -> String { findingTemplate.render(view, library: parts) }
    func end(_ view: HTMLEndView) -> String { endTemplate.render(view, library: parts) }

    /// Every template says how text is escaped: a partial does not inherit it.
    private static func template(_ bytes: [UInt8]) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{% CONTENT_TYPE: MARKUP}}\n" + String(decoding: bytes, as: UTF8.self))
    }
}

/// Text between tags and in quoted attributes, for readers of HTML and of XML.
///
/// Works on scalars: to one that goes by characters, a quotation mark with an accent on it is no quotation mark.
struct MarkupText: MustacheContentType {
    /// The text with references for what is markup, and U+FFFD for what no markup can hold: control characters but white
    /// space, and what is no character.
    func escapeText(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": scalars.append(contentsOf: "&lt;".unicodeScalars)
            case ">": scalars.append(contentsOf: "&gt;".unicodeScalars)
            case "&": scalars.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": scalars.append(contentsOf: "&quot;".unicodeScalars)
            case "'": scalars.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n", "\r": scalars.append(" ")
            default: scalars.append(Self.isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(scalars)
    }

    /// HTML Living Standard, 13.1.4: control characters and noncharacters.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}

import FoundationEssentials
import Glibc
import Testing

@testable import Documents

/// A folder that is gone with the value's last use.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/documents-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    func write(_ name: String, _ text: String = "Text.\n") throws {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        let file = try #require(fopen("\(path)/\(name)", "w"))
        defer { fclose(file) }
        fputs(text, file)
    }

    func link(_ name: String, to target: String) { symlink(target, "\(path)/\(name)") }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite("Finding documents")
struct FinderTests {
    private static func relative(_ paths: [String], _ folder: TemporaryFolder) -> [String] {
        paths.map { $0.replacing(folder.path + "/", with: "") }
    }

    @Test("walks folders in the order of the names' bytes and tells what it skips")
    func folder() throws {
        let folder = try TemporaryFolder()
        for name in [
            "b.md", "a.TXT", "Z.html", "sub/é.txt", "sub/e.text", ".hidden.txt", ".git/x.txt", "data.json", "LICENSE",
            "crosscheck.yaml", "baseline.json",
        ] {
            try folder.write(name)
        }
        let found = DocumentFinder.find([folder.path])
        #expect(
            Self.relative(found.files, folder) == ["Z.html", "a.TXT", "b.md", "data.json", "sub/e.text", "sub/é.txt"])
        #expect(Self.relative(found.skipped.map(\.path), folder) == ["LICENSE"])
        #expect(found.skipped.allSatisfy { $0.reason == .noDocument })
        #expect(found.errors.isEmpty)
    }

    @Test("does not depend on the order of the paths, and names each file once")
    func order() throws {
        let folder = try TemporaryFolder()
        for name in ["one/a.txt", "one/b.log", "two/c.md"] { try folder.write(name) }
        folder.link("one/z.txt", to: "a.txt")
        folder.link("three", to: "two")
        let paths = ["two", "one", "one/b.log", "./one//a.txt", "three", "one/"].map { "\(folder.path)/\($0)" } + ["-"]
        let found = DocumentFinder.find(paths)
        #expect(Self.relative(found.files, folder) == ["-", "one/a.txt", "one/b.log", "three/c.md"])
        #expect(Self.relative(found.skipped.map(\.path), folder) == ["one/z.txt"])
        #expect(found.errors.isEmpty)
        for _ in 0..<5 { #expect(DocumentFinder.find(paths.shuffled()) == found) }
    }

    @Test("tells all errors of a run")
    func errors() throws {
        let folder = try TemporaryFolder()
        try folder.write("full/a.txt")
        try folder.write("empty/a.pdf")
        folder.link("full/up", to: "..")
        folder.link("full/gone.txt", to: "nowhere.txt")
        folder.link("self.txt", to: "self.txt")
        let at = { (name: String) in "\(folder.path)/\(name)" }
        let found = DocumentFinder.find([at("full"), at("empty"), at("missing"), at("self.txt"), ""])
        #expect(
            Set(found.errors) == [
                .missing(path: "''"), .noDocuments(folder: at("empty")), .linkLoop(path: at("full/up")),
                .missing(path: at("full/gone.txt")), .missing(path: at("missing")), .linkLoop(path: at("self.txt")),
            ])
        #expect(found.files == [at("full/a.txt")])
        for error in found.errors { #expect(error.description.contains(": ")) }
    }

    @Test(
        "paths are made plain and stay relative",
        arguments: [
            ("./a//b/", "a/b"), (".", "."), ("/", "/"), ("/a/./b", "/a/b"), ("../a", "../a"), ("a/../b", "a/../b"),
            ("./", "."),
        ])
    func normal(path: String, expected: String) {
        #expect(DocumentFinder.normalized(path) == expected)
    }

    @Test("a file is read by its extension, else by its first bytes")
    func sniffing() throws {
        let folder = try TemporaryFolder()
        try folder.write("page", "\n<!DOCTYPE html><p>One</p>")
        try folder.write("front", "---\ntitle: T\n---\n# Two\n")
        try folder.write("plain", "<3 three\n")
        try folder.write("tags.txt", "<p>four</p>\n")
        let texts = try ["page", "front", "plain", "tags.txt"].map { name in
            try #require(DocumentReader().read(path: "\(folder.path)/\(name)").documents.first.map(Reading.blocks))
        }
        #expect(texts == [["One"], ["headline: Two"], ["<3 three"], ["<p>four</p>"]])
    }

    @Test("a file that cannot be read is an error that names it")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "12345678")
        #expect(throws: DocumentError.missing(path: "\(folder.path)/b.txt")) {
            try DocumentReader().read(path: "\(folder.path)/b.txt")
        }
        #expect(throws: DocumentError.tooLarge(path: "\(folder.path)/a.txt")) {
            try DocumentReader(limit: 8).read(path: "\(folder.path)/a.txt")
        }
        #expect(try DocumentReader(limit: 9).read(path: "\(folder.path)/a.txt").documents.count == 1)
        #expect(throws: DocumentError.self) { try DocumentReader().read(path: folder.path) }
    }
}

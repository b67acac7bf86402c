import FoundationEssentials
import Language
import Testing

/// Files that are not what they should be are told apart, and none is read past its end.
struct ModelFileTests {
    private func write(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "crosscheck-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func lexiconBytes() throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(filePath: Fixtures.folder + "/english.lexicon")))
    }

    /// Which error a file with these bytes is as a lexicon.
    private func fault(_ bytes: [UInt8]) throws -> String {
        var fault = "none"
        try write(bytes) { path in
            do throws(ModelError) {
                _ = try Lexicon(path: path)
            } catch {
                fault =
                    switch error {
                    case .unreadable: "unreadable"
                    case .notAModel: "not a model"
                    case .otherVersion(_, let found, let expected): "version \(found) for \(expected)"
                    case .damaged(_, let what): "damaged: " + what
                    case .mismatch: "mismatch"
                    }
            }
        }
        return fault
    }

    @Test func missingFile() {
        #expect(throws: ModelError.unreadable(path: "/no/such/file", reason: "No such file or directory")) {
            try Lexicon(path: "/no/such/file")
        }
    }

    @Test func otherKinds() throws {
        #expect(try fault([]) == "not a model")
        #expect(try fault(Array("short".utf8)) == "not a model")
        #expect(try fault([UInt8](repeating: 0, count: 4096)) == "not a model")
        let model = try [UInt8](Data(contentsOf: URL(filePath: Fixtures.folder + "/english.model")))
        #expect(try fault(model) == "not a model")
    }

    @Test func otherVersion() throws {
        var bytes = try lexiconBytes()
        bytes[8] = 99
        #expect(try fault(bytes) == "version 99 for 1")
    }

    @Test(arguments: [0.1, 0.5, 0.999])
    func cut(share: Double) throws {
        let bytes = try lexiconBytes()
        let part = Array(bytes.prefix(Int(Double(bytes.count) * share)))
        #expect(try fault(part) == "damaged: its checksum does not hold")
    }

    @Test(arguments: [30, 200, 100_000, 3_000_000])
    func changedByte(place: Int) throws {
        var bytes = try lexiconBytes()
        bytes[place] ^= 0x10
        #expect(try fault(bytes) == "damaged: its checksum does not hold")
    }

    /// A file with a right checksum whose offsets point outside is refused too.
    @Test func wrongOffsets() throws {
        let count = 3
        var writer = ModelFileWriter()
        writer.add("SLOT", [UInt32](repeating: 0xFFFF_FFFF, count: 8) + [0])
        writer.add("READ", [UInt32(1) << 31 | 7])
        writer.add("LOFF", [UInt32](repeating: 0, count: count + 1))
        writer.add("LEMM", [UInt8]())
        writer.add("MAIN", [UInt8](repeating: 200, count: count))
        writer.add("SENS", [UInt64](repeating: 0, count: count))
        writer.add("SOFF", [UInt32(0)])
        for name in ["SMEM", "MEMB", "DERI", "SPEL"] { writer.add(name, [UInt32]()) }
        #expect(try fault(writer.bytes(kind: .lexicon)) == "damaged: an offset points outside its section")
    }

    /// A weight table with rows that are cut, too heavy, or counted wrong.
    @Test(arguments: [
        (counts: [1, 0], rows: [2, 1, 5]), (counts: [1, 0], rows: [1, 1, 100]), (counts: [1, 2], rows: [1, 1, 5]),
        (counts: [1, 1], rows: [1, 1, 0xFF, 0x7F]), (counts: [9, 0], rows: [1, 1, 5]),
        (counts: [1, 0], rows: [1, 1, 5, 5]),
    ])
    func wrongWeights(counts: [UInt32], rows: [UInt8]) throws {
        var writer = ModelFileWriter()
        writer.add("XXSL", [UInt32(1), 0])
        writer.add("XXCT", counts)
        writer.add("XXRW", rows)
        try write(writer.bytes(kind: .model)) { path in
            let file = try ModelFile(path: path, kind: .model)
            #expect(throws: ModelError.self) { try WeightTable(file, prefix: "XX") }
        }
    }

    @Test func modelForAnotherLexicon() throws {
        var writer = ModelFileWriter()
        writer.add("LEXI", [UInt64(12)])
        let lexicon = try Fixtures.english.get().lexicon
        try write(writer.bytes(kind: .model)) { path in
            #expect(throws: ModelError.mismatch(path: path, lexicon: Fixtures.folder + "/english.lexicon")) {
                try SyntaxModel(path: path, lexicon: lexicon)
            }
        }
    }
}

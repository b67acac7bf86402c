import FoundationEssentials

/// A folder of documents with a list of the discrepancies that readers found in them.
struct MarkedSet {
    struct Gold: Decodable {
        var discrepancies: [Discrepancy]
    }

    struct Discrepancy: Decodable {
        var claims: [Statement]
    }

    /// Words of a document that take part in a discrepancy, and the value that they give.
    struct Statement: Decodable {
        var doc: String
        var quote: String
        var value: String
    }

    var path: String
    var gold: Gold

    /// The sets in a folder, by name.
    static func sets(in folder: String) throws -> [MarkedSet] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
            let path = folder + "/" + name
            guard let data = FileManager.default.contents(atPath: path + "/gold.json") else { return nil }
            return MarkedSet(path: path, gold: try JSONDecoder().decode(Gold.self, from: data))
        }
    }
}

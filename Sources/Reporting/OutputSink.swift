/// Where a report goes: memory, a file, standard output.
public protocol OutputSink {
    /// Takes UTF-8 bytes in the order of the calls.
    mutating func write(_ bytes: [UInt8]) throws
}

extension OutputSink {
    public mutating func write(_ text: String) throws { try write(Array(text.utf8)) }
}

extension [UInt8]: OutputSink {
    public mutating func write(_ bytes: [UInt8]) { append(contentsOf: bytes) }
}

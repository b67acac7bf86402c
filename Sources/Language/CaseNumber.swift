/// The number of a case of an enumeration without payloads and with fewer than 256 cases, from 0 in the order of `allCases`:
/// such a case is stored as its number.
///
/// Enumerations with texts for their raw values are hashed by those texts; a number finds a place in an array at once.
@inline(__always)
package func caseNumber<Case: CaseIterable>(_ value: Case) -> Int {
    precondition(MemoryLayout<Case>.size == 1)
    return Int(unsafeBitCast(value, to: UInt8.self))
}

import Extraction
import Values

/// What the figures of some claims measure.
struct CounterpartSorts {
    private let numbers: ClaimNumbers
    /// By unit.
    private let sorts: [CounterpartProfile.Sort]
    private let dimensions: [Int32]
    /// By attribute.
    private let isAge: [Bool]

    init(_ numbers: ClaimNumbers, _ quantities: QuantityComparison) {
        self.numbers = numbers
        sorts = numbers.units.things.map { CounterpartProfile.sort(unit: $0, units: quantities.units) }
        dimensions = quantities.dimensions(of: numbers.units)
        isAge = numbers.attributes.things.map { $0 == "age" }
    }

    /// - Parameter claim: index of one that gives a quantity.
    subscript(_ claim: Int) -> CounterpartProfile.Sort {
        isAge[Int(numbers.attribute[claim])] ? .age : sorts[Int(numbers.unit[claim])]
    }

    /// Number of what a measure measures; -1 for figures of other sorts.
    func dimension(_ claim: Int) -> Int32 { self[claim] == .measure ? dimensions[Int(numbers.unit[claim])] : -1 }
}

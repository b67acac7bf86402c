/// Numbers of some of many numbered things, anew after each reset: 0, 1, 2 … in the order in which they come up.
struct LocalNumbers {
    /// By the number of the thing among all; -1 for those that have not come up.
    private var numbers: [Int32] = []
    private var known: [Int32] = []

    /// How many have come up.
    var count: Int { known.count }

    mutating func number(of thing: Int32) -> Int32 {
        let place = Int(thing)
        if place >= numbers.count {
            numbers += repeatElement(-1, count: max(place + 1, numbers.count * 2) - numbers.count)
        }
        if numbers[place] < 0 {
            numbers[place] = Int32(known.count)
            known.append(thing)
        }
        return numbers[place]
    }

    mutating func reset() {
        for thing in known { numbers[Int(thing)] = -1 }
        known.removeAll(keepingCapacity: true)
    }
}

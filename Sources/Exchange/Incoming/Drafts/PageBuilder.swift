import Catalogue

/// Gathers what an answer holds, item by item: what is wrong with one is no reason to leave out the others.
struct PageBuilder {
    /// More in one answer are not read.
    static let mostItems = 50_000
    /// More faults are counted only.
    static let mostFaults = 200

    private(set) var items: [Incoming] = []
    private var faults: [IncomingFault] = []
    private var faultCount = 0
    private var keys: Set<String> = []

    mutating func add(_ read: () throws(IncomingFault) -> Incoming?) {
        do throws(IncomingFault) {
            guard let item = try read() else { return }
            guard keys.insert(item.key).inserted else {
                throw IncomingFault(place: item.key, what: "the same name stands here twice; the first one is taken")
            }
            guard items.count < Self.mostItems else {
                throw IncomingFault(place: item.key, what: "one answer holds more than \(Self.mostItems) items")
            }
            items.append(item)
        } catch {
            add(error)
        }
    }

    mutating func add(_ fault: IncomingFault) {
        faultCount += 1
        if faults.count < Self.mostFaults { faults.append(fault) }
    }

    func page(next: String? = nil) -> IncomingPage {
        let others = faultCount - faults.count
        let more = others > 0 ? [IncomingFault(place: "the file", what: "\(others) more faults")] : []
        return IncomingPage(items: items, faults: faults + more, next: next)
    }
}

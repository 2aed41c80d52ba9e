/// Something wrong in a catalogue file, said so that the person who wrote the file can mend it.
package struct Fault: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let file: String
    /// Counted from 1.
    package let line: Int
    package let problem: String
    package let remedy: String

    package init(file: String, line: Int, problem: String, remedy: String) {
        self.file = file
        self.line = line
        self.problem = problem
        self.remedy = remedy
    }

    package var description: String { "\(file):\(line): \(problem): \(remedy)" }

    package static func < (left: Fault, right: Fault) -> Bool {
        (left.file, left.line, left.problem) < (right.file, right.line, right.problem)
    }
}

/// Gathers every fault of a run, so that a writer sees all of them at once.
final class FaultLog {
    private(set) var faults: [Fault] = []

    func add(_ place: FilePlace, _ problem: String, _ remedy: String) {
        faults.append(Fault(file: place.file, line: place.line, problem: problem, remedy: remedy))
    }
}

struct FilePlace: Hashable {
    let file: String
    let line: Int
}

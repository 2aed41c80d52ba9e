/// A reader of what comes from outside, and what must hold whatever it is given.
///
/// The fuzzer (`Fuzzing/run.sh`) and the tests of each day (``MutationTests``) run the same targets over the same corpora.
struct FuzzTarget: Sendable {
    /// Of the folder with its corpus, in `Fuzzing/Corpora`.
    let name: String
    /// Of the dictionary with the pieces its inputs are made of, in `Fuzzing/Dictionaries`; nil: none.
    let dictionary: String?
    /// Bytes that an input has at most: longer ones teach nothing new, and take longer.
    let longest: Int
    private let body: @Sendable ([UInt8]) throws -> Void

    init(
        _ name: String, dictionary: String? = nil, longest: Int = 4_096,
        _ body: @escaping @Sendable ([UInt8]) throws -> Void
    ) {
        self.name = name
        self.dictionary = dictionary
        self.longest = longest
        self.body = body
    }

    /// Throws ``BrokenPromise`` where something does not hold. All other errors are what readers may say of bad input.
    func run(_ bytes: [UInt8]) throws(BrokenPromise) {
        do { try body(bytes) } catch let error as BrokenPromise { throw error } catch {}
    }
}

/// What should hold of every input, and does not of this one.
struct BrokenPromise: Error, CustomStringConvertible {
    let description: String
}

/// Throws unless `condition` holds.
func promise(_ condition: Bool, _ words: @autoclosure () -> String) throws {
    guard condition else { throw BrokenPromise(description: words()) }
}

import Catalogue

/// Something that the machine found in a guide, said so that an editor can act on it.
package struct Finding: Hashable, Sendable {
    /// What is promised to readers and not kept: nothing is published until it is mended.
    package let isFault: Bool
    /// The record that it is about.
    package let record: RecordID
    package let problem: String
    package let remedy: String
}

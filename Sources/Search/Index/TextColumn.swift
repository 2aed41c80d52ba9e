/// A text for each document, their letters one after the other: a fraction of the room that so many strings take.
struct TextColumn: Sendable {
    private var letters: [UInt8] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    mutating func append(_ text: String) {
        letters.append(contentsOf: text.utf8)
        ends.append(UInt32(letters.count))
    }

    subscript(place: Int) -> String {
        let start = place == 0 ? 0 : Int(ends[place - 1])
        return letters.withUnsafeBufferPointer { letters in
            String(decoding: UnsafeBufferPointer(rebasing: letters[start..<Int(ends[place])]), as: UTF8.self)
        }
    }

    init() {}

    init(from reader: inout IndexReader) throws {
        letters = try reader.column()
        ends = try reader.column()
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(letters)
        try writer.add(ends)
    }
}

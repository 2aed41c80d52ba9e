/// Gives each word, known by its hash, a number from 0. A table with open addressing, and all that is asked of a word
/// in one place of it, because a catalogue of a hundred thousand offers asks ten million times.
struct WordNumbers: Sendable {
    private struct Slot {
        /// The upper half of the hash; the lower half says where the word is.
        var sign: UInt32
        /// -1 where there is no word.
        var number: Int32
        /// The last text that held it.
        var text: Int32

        static let empty = Slot(sign: 0, number: -1, text: -1)
    }

    private var slots: [Slot]
    private var mask: Int
    /// By the number of the word.
    private(set) var words: [UInt64] = []

    init() {
        let size = 4_096
        slots = Array(repeating: .empty, count: size)
        mask = size - 1
    }

    /// The number of the word, unless this text had it before. Texts are numbered from 0 and come one after another.
    mutating func number(_ word: UInt64, in text: Int32) -> Int32? {
        let place = place(of: word)
        let slot = slots[place]
        if slot.number >= 0 {
            guard slot.text != text else { return nil }
            slots[place].text = text
            return slot.number
        }
        let number = Int32(words.count)
        slots[place] = Slot(sign: UInt32(word >> 32), number: number, text: text)
        words.append(word)
        if words.count * 2 > mask { grow() }
        return number
    }

    /// Where the word is, or belongs.
    private func place(of word: UInt64) -> Int {
        let sign = UInt32(word >> 32)
        var place = Int(UInt32(truncatingIfNeeded: word)) & mask
        while slots[place].number >= 0, slots[place].sign != sign { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: .empty, count: old.count * 2)
        mask = slots.count - 1
        for slot in old where slot.number >= 0 { slots[place(of: words[Int(slot.number)])] = slot }
    }
}

import CSnowball

/// A Snowball stemmer (https://snowballstem.org). Not thread-safe: make one for each piece of work.
final class Stemmer {
    private let handle: OpaquePointer?

    /// `algorithm` is a name that libstemmer knows, such as `dutch`. An unknown one leaves words as they are.
    init(algorithm: String) {
        handle = sb_stemmer_new(algorithm, "UTF_8")
    }

    deinit { sb_stemmer_delete(handle) }

    func stem(_ word: String) -> String {
        guard let handle else { return word }
        var word = word
        return word.withUTF8 { bytes in
            guard let stem = sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count)) else { return "" }
            let length = Int(sb_stemmer_length(handle))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }
}

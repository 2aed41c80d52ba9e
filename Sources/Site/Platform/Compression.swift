import CCompression
import NIOCore

/// How a body may be packed on its way.
enum ContentCoding: String, CaseIterable, Sendable {
    case brotli = "br"
    case gzip

    /// The best coding that an `Accept-Encoding` header allows; nil for none.
    static func best(in header: String?) -> ContentCoding? {
        guard let header else { return nil }
        let allowed = header.split(separator: ",").compactMap { part -> String? in
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            let isRefused = pieces.dropFirst().contains {
                $0 == "q=0" || $0.hasPrefix("q=0.0") && !$0.contains { "123456789".contains($0) }
            }
            return isRefused ? nil : pieces.first
        }
        return allCases.first { allowed.contains($0.rawValue) }
    }

    /// `thoroughly` is for what is packed once and sent often.
    func pack(_ bytes: ByteBuffer, thoroughly: Bool) -> ByteBuffer? {
        bytes.withUnsafeReadableBytes { input in
            switch self {
            case .brotli: Self.brotli(input, quality: thoroughly ? 11 : 5)
            case .gzip: Self.gzip(input, level: thoroughly ? 9 : 6)
            }
        }
    }

    private static func brotli(_ input: UnsafeRawBufferPointer, quality: Int32) -> ByteBuffer? {
        var size = BrotliEncoderMaxCompressedSize(input.count)
        guard size > 0 else { return nil }
        var output = ByteBuffer()
        let done = output.writeWithUnsafeMutableBytes(minimumWritableBytes: size) { space in
            let worked = BrotliEncoderCompress(
                quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.count,
                input.bindMemory(to: UInt8.self).baseAddress, &size,
                space.bindMemory(to: UInt8.self).baseAddress)
            return worked == BROTLI_TRUE ? size : 0
        }
        return done > 0 ? output : nil
    }

    private static func gzip(_ input: UnsafeRawBufferPointer, level: Int32) -> ByteBuffer? {
        var stream = z_stream()
        // 15 bits of window, and 16 more to ask for the gzip wrapping (zlib manual, deflateInit2).
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var output = ByteBuffer()
        let size = Int(deflateBound(&stream, UInt(input.count)))
        let done = output.writeWithUnsafeMutableBytes(minimumWritableBytes: size) { space in
            stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            stream.avail_in = UInt32(input.count)
            stream.next_out = space.bindMemory(to: UInt8.self).baseAddress
            stream.avail_out = UInt32(space.count)
            return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
        }
        return done > 0 ? output : nil
    }
}

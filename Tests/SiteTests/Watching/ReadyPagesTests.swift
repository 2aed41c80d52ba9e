import Testing

@testable import Site

@Suite struct ReadyPagesTests {
    private func page(_ size: Int) -> ReadyPage {
        ReadyPage(bytes: [UInt8](repeating: 65, count: size), freshness: .snapshot)
    }

    @Test func memoryIsBoundedWhateverIsAskedFor() {
        let pages = ReadyPages()
        for number in 0..<3_000 { pages.keep(page(100_000), at: "/\(number)", revision: 1, minute: 0) }
        #expect(pages.held.bytes <= ReadyPages.capacity)
        #expect(pages.held.bytes > ReadyPages.capacity / 3)
        pages.keep(page(ReadyPages.capacity), at: "/all", revision: 1, minute: 0)
        #expect(pages.page(at: "/all", revision: 1, minute: 0) == nil)
    }

    @Test func whatIsAskedForStaysWhenACrawlerReadsEverything() {
        let pages = ReadyPages()
        pages.keep(page(1_000), at: "/nl/", revision: 1, minute: 0)
        for number in 0..<3_000 {
            pages.keep(page(100_000), at: "/\(number)", revision: 1, minute: 0)
            if number % 50 == 0 { #expect(pages.page(at: "/nl/", revision: 1, minute: 0) != nil, "\(number)") }
        }
        #expect(pages.page(at: "/0", revision: 1, minute: 0) == nil)
    }

    @Test func anotherRevisionBeginsAnew() {
        let pages = ReadyPages()
        pages.keep(page(1_000), at: "/nl/", revision: 1, minute: 0)
        #expect(pages.page(at: "/nl/", revision: 2, minute: 0) == nil)
        pages.keep(page(1_000), at: "/fr/", revision: 2, minute: 0)
        #expect(pages.held.count == 1)
    }
}

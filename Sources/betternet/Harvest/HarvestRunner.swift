import Catalogue
import Editorial
import Exchange
import Foundation
import Outbound

/// How much one run over a source may take of our time and memory.
struct HarvestLimits: Sendable {
    /// Answers.
    var pages = 5_000
    /// Things.
    var items = 100_000
    /// Bytes of all answers together.
    var bytes = 512 * 1_024 * 1_024
    /// From the first question to the last answer.
    var time = Duration.seconds(1_800)
    /// Answers in a row that bring nothing new.
    var barrenPages = 3
}

/// Walks along the list of a source from its first answer to its last, and never further than the limits.
struct HarvestRunner: Sendable {
    let fetcher: Fetcher
    var limits = HarvestLimits()

    /// What a source delivers. Whatever the source does, this comes to an end and says why it did. Throws
    /// `CancellationError` only.
    func delivery(from source: HarvestSource, over catalogue: Catalogue) async throws -> HarvestDelivery {
        let reader = IncomingReader(source.format, mapping: source.mapping, catalogue: catalogue)
        var walk = HarvestWalk(limits: limits, until: .now + limits.time)
        let first: String
        do { first = try reader.first(at: source.address, since: nil) } catch {
            return HarvestDelivery(stop: HarvestStop(.unreadable, error.description))
        }
        var next: String? = first
        while let address = next {
            if let stop = walk.step(to: address) { return walk.end(stop) }
            let fetched: Fetched
            do {
                fetched = try await fetcher.fetch(address, accepting: reader.accepting)
            } catch let error as CancellationError {
                throw error
            } catch { return walk.end(HarvestStop(error)) }
            do {
                let page = try reader.read(fetched.bytes, mediaType: fetched.mediaType, from: fetched.address)
                if let stop = walk.take(page, bytes: fetched.bytes.count) { return walk.end(stop) }
                next = page.isRestart ? first : page.next
            } catch { return walk.end(HarvestStop(.unreadable, error.description)) }
        }
        return walk.delivery
    }
}

/// What a walk brought so far.
struct HarvestWalk {
    let limits: HarvestLimits
    let until: ContinuousClock.Instant
    private(set) var delivery = HarvestDelivery()
    private var places: Set<String> = []
    private var keys: Set<String> = []
    private var pages = 0
    private var bytes = 0
    private var barren = 0
    private var hasRestarted = false

    init(limits: HarvestLimits, until: ContinuousClock.Instant) {
        self.limits = limits
        self.until = until
    }

    /// Why the next answer may not be asked for; nil: it may.
    mutating func step(to address: String) -> HarvestStop? {
        pages += 1
        if pages > limits.pages { return HarvestStop(.tooMuch, "more than \(limits.pages) answers") }
        if ContinuousClock.now > until { return HarvestStop(.tooSlow, "more than \(limits.time)") }
        guard places.insert(address).inserted else {
            return HarvestStop(.endless, "it leads back to \(address)")
        }
        return nil
    }

    /// Takes an answer up; says why the walk ends with it.
    mutating func take(_ page: IncomingPage, bytes count: Int) -> HarvestStop? {
        if page.isRestart {
            guard !hasRestarted else { return HarvestStop(.endless, "the source loses its place again and again") }
            hasRestarted = true
            delivery = HarvestDelivery()
            places = []
            keys = []
            return nil
        }
        bytes += count
        delivery.items += page.items
        delivery.faults += page.faults.map(HarvestFault.init)
        if bytes > limits.bytes { return HarvestStop(.tooMuch, "more than \(limits.bytes) bytes") }
        let before = keys.count
        keys.formUnion(page.items.map(\.key))
        if keys.count > limits.items || delivery.items.count + delivery.faults.count > 2 * limits.items {
            return HarvestStop(.tooMuch, "more than \(limits.items) things")
        }
        barren = keys.count > before || page.next == nil ? 0 : barren + 1
        if barren >= limits.barrenPages {
            return HarvestStop(.endless, "\(barren) answers in a row brought nothing new")
        }
        return nil
    }

    func end(_ stop: HarvestStop) -> HarvestDelivery {
        var delivery = delivery
        delivery.stop = stop
        return delivery
    }
}

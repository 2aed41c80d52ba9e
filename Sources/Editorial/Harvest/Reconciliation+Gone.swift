import Catalogue

/// What a source has no longer.
extension Reconciliation {
    /// What is said to be gone, and what is missing from a list that was read whole. Where it is more than half of all that
    /// was there, something is wrong with the source rather than with the things: nothing is done, and somebody is told.
    func gone(_ items: [String: Incoming], _ delivery: HarvestDelivery) -> [HarvestStep] {
        let alive = known.things.filter { $0.value.value.vanished == nil }
        let said = alive.keys.filter { key in items[key].map { $0.record == nil } ?? false }
        let isEverything = source.format.bringsEverything && delivery.isEverything
        let missing = isEverything ? alive.keys.filter { items[$0] == nil } : []
        // A list that broke off says nothing about what was not in it, and what could not be read may be what is missing.
        let unread = Set(delivery.faults.filter { !$0.isPartial }.map(\.place)).intersection(missing)
        let mayJudge =
            delivery.stop == nil && delivery.faults.allSatisfy { $0.isPartial || known.things[$0.place] != nil }
        let absent = missing.filter { !unread.contains($0) }
        let gone = Set(mayJudge ? said + absent : said).sorted()
        let isTooMuch = gone.count * 2 > alive.count && !believesVanished
        let holds = delivery.stop != nil || isTooMuch
        return gone.map { key in
            guard let kept = alive[key] else { return HarvestStep(key, .same) }
            return holds ? held(kept) : withdrawal(kept)
        } + (mayJudge || delivery.stop != nil ? [] : absent.sorted().compactMap { alive[$0].map(held) })
    }

    private func held(_ kept: Kept<HarvestedThing>) -> HarvestStep {
        var step = HarvestStep(kept.value.name, .held)
        step.record = known.catalogue.any(kept.value.record) ?? kept.value.delivered
        return step
    }

    private func withdrawal(_ kept: Kept<HarvestedThing>) -> HarvestStep {
        var thing = kept.value
        let draft = thing.draft.flatMap { known.drafts[$0] }
        let today = BrusselsTime(now).day
        thing.vanished = today
        var step = HarvestStep(thing.name, .vanished)
        step.version = kept.version
        step.record = thing.delivered
        guard thing.base != nil, var record = known.catalogue.any(thing.record), record.withdrawn == nil else {
            // Nothing of it was published: there is nothing to take out.
            if let draft { step.deed = .drop(draft) }
            thing.draft = nil
            step.thing = thing
            return step
        }
        record.withdrawn = PartialDate(today)
        step.record = record
        let revision = known.revisions[record.id]
        if source.isTrusted {
            step.deed = .publish(record, over: revision, insteadOf: draft)
            thing.draft = nil
            thing.isWithdrawn = true
        } else {
            step.deed = .submit(record, over: revision, insteadOf: draft)
        }
        step.thing = thing
        return step
    }
}

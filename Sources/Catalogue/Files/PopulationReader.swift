/// Reads the people of a territory: a table of bands of ages, each with its people, whose sum has to be the total.
///
/// The total is written beside the bands so that a figure that was mistyped is found.
extension Fields {
    mutating func population(_ key: String) -> Population? {
        guard var fields = fields(key) else { return nil }
        let on = fields.date("date", required: true)
        let source = fields.webAddress("source", required: true)
        let says = fields.text("says", required: true)?.value
        let total = fields.people("total")
        let bands = fields.bands("bands")
        fields.finish()
        guard let on, let source, let says, let total, let bands,
            let population = Population(on: on, source: source, says: says, bands: bands)
        else { return nil }
        guard population.total == total else {
            fields.log.add(
                fields.place, "‘total’ is \(total), but the bands make \(population.total)",
                "compare them with the source, and correct the one that is wrong")
            return nil
        }
        return population
    }

    /// Nil, and a fault for each that is wrong, unless the bands hold every age once.
    private mutating func bands(_ key: String) -> [Population.Band]? {
        if !has(key) { log.add(place, "the field ‘\(key)’ is missing", "add it") }
        var bands: [Population.Band] = []
        var next = 0
        var isRight = true
        let entries = list(key)
        for var entry in entries {
            if !entry.has("ages") { log.add(entry.place, "the field ‘ages’ is missing", "add it") }
            let ages = entry.ages("ages")
            let people = entry.people("people")
            entry.finish()
            guard let ages, let people else {
                isRight = false
                continue
            }
            // After a band that can't be read, nobody knows where the next one has to begin.
            if isRight, ages.from != next {
                log.add(
                    entry.place, "the ages from \(ages.from) do not follow on those before",
                    "begin at \(next), so that every age stands in one band")
                isRight = false
            }
            next = ages.to + 1
            bands.append(Population.Band(ages: ages, people: people))
        }
        if isRight, let last = entries.last, next != Population.oldest + 1 {
            log.add(last.place, "the oldest are missing", "let the last band reach \(Population.oldest)")
            isRight = false
        }
        return isRight && !bands.isEmpty ? bands : nil
    }

    private mutating func people(_ key: String) -> Int? {
        value(key, required: true, expected: "a whole number without points or spaces, such as 59901") {
            Int($0).flatMap { (0...Population.mostPeople).contains($0) ? $0 : nil }
        }
    }
}

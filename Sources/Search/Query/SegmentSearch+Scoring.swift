/// Adding up what words and concepts find.
extension SegmentSearch {
    /// Strictly: from the second word on only in documents that hold the first.
    func score(into scratch: inout Scratch, isStrict: Bool) {
        scratch.clean()
        for (turn, word) in order.enumerated() {
            let within = isStrict && turn > 0
            if within, scratch.touched.isEmpty { return }
            if sources[word].count == 1, case .postings(let lexicon, let range) = sources[word][0].documents, !within {
                add(part.segment.lexicons[lexicon], range, sources[word][0].ceiling, word: word, to: &scratch)
                continue
            }
            for source in sources[word] { add(source, within: within, to: &scratch) }
            fold(1 << UInt32(word), into: &scratch)
        }
        for meaning in meanings { add(meaning, to: &scratch) }
        for document in pinned.keys {
            touch(document, &scratch)
            scratch.found[Int(document)] |= Self.pin
        }
    }

    private func touch(_ document: UInt32, _ scratch: inout Scratch) {
        if scratch.found[Int(document)] == 0 { scratch.touched.append(document) }
    }

    private func add(_ source: WordSource, within: Bool, to scratch: inout Scratch) {
        if within, scratch.touched.count * 16 < source.count {
            for document in scratch.touched {
                let score = source.score(of: document, in: part.segment)
                guard score > 0 else { continue }
                if scratch.best[Int(document)] == 0 { scratch.fresh.append(document) }
                scratch.best[Int(document)] = max(scratch.best[Int(document)], score)
            }
            return
        }
        switch source.documents {
        case .postings(let lexicon, let range):
            let lexicon = part.segment.lexicons[lexicon]
            Self.add(
                lexicon.documents[range], lexicon.impacts[range], ceiling: source.ceiling, within: within, to: &scratch)
        case .together(let documents, let impacts):
            Self.add(documents[...], impacts[...], ceiling: source.ceiling, within: within, to: &scratch)
        }
    }

    /// A word that only one list stands for needs no best of several.
    private func add(_ lexicon: Lexicon, _ range: Range<Int>, _ ceiling: Float, word: Int, to scratch: inout Scratch) {
        let unit = ceiling / 65_535
        let bit: UInt32 = 1 << UInt32(word)
        let isFirst = scratch.touched.isEmpty
        if isFirst { scratch.touched += lexicon.documents[range] }
        lexicon.documents.withUnsafeBufferPointer { documents in
            lexicon.impacts.withUnsafeBufferPointer { impacts in
                scratch.scores.withUnsafeMutableBufferPointer { scores in
                    scratch.found.withUnsafeMutableBufferPointer { found in
                        for place in range {
                            let document = Int(documents[place])
                            if !isFirst, found[document] == 0 { scratch.touched.append(documents[place]) }
                            scores[document] += unit * Float(impacts[place])
                            found[document] |= bit
                        }
                    }
                }
            }
        }
    }

    private static func add(
        _ documents: ArraySlice<UInt32>, _ impacts: ArraySlice<UInt16>, ceiling: Float, within: Bool,
        to scratch: inout Scratch
    ) {
        let unit = ceiling / 65_535
        documents.withUnsafeBufferPointer { documents in
            impacts.withUnsafeBufferPointer { impacts in
                scratch.best.withUnsafeMutableBufferPointer { best in
                    scratch.found.withUnsafeBufferPointer { found in
                        for place in documents.indices {
                            let document = Int(documents[place])
                            if within, found[document] == 0 { continue }
                            let score = unit * Float(impacts[place])
                            if best[document] == 0 { scratch.fresh.append(documents[place]) }
                            if score > best[document] { best[document] = score }
                        }
                    }
                }
            }
        }
    }

    /// Adds the best that words found in each document to its score.
    private func fold(_ words: UInt32, into scratch: inout Scratch) {
        for document in scratch.fresh {
            let place = Int(document)
            if scratch.found[place] == 0 { scratch.touched.append(document) }
            scratch.scores[place] += scratch.best[place]
            scratch.found[place] |= words
            scratch.best[place] = 0
        }
        scratch.fresh.removeAll(keepingCapacity: true)
    }

    /// A document about a concept holds all words that mean it.
    private func add(_ meaning: Meaning, to scratch: inout Scratch) {
        let covered = meaning.isCovering ? meaning.match.words : 0
        let facets = part.segment.facets
        for place in facets.places(of: meaning.value) {
            let document = facets.holding[place]
            if !meaning.isCovering, scratch.found[Int(document)] == 0 { continue }
            touch(document, &scratch)
            scratch.scores[Int(document)] += meaning.score * Float(facets.holdingShares[place]) / 255
            scratch.found[Int(document)] |= covered
        }
    }
}

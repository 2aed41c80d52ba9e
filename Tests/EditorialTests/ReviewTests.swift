import Catalogue
import Editorial
import Testing

@Suite struct ReviewTests {
    private func review(
        without criterion: Criterion? = nil, unmet: Criterion? = nil, ground: String = "Seen on the site."
    ) -> Review {
        Review(
            findings: Criterion.allCases.filter { $0 != criterion }.map {
                Review.Finding(criterion: $0, isMet: $0 != unmet, ground: ground)
            })
    }

    @Test func everyCriterionMetWithAGroundIsComplete() {
        #expect(review().isComplete)
    }

    @Test(arguments: Criterion.allCases)
    func oneCriterionLeftOutOrNotMetIsNotComplete(_ criterion: Criterion) {
        #expect(!review(without: criterion).isComplete)
        #expect(!review(unmet: criterion).isComplete)
    }

    @Test func withoutGroundsNothingIsComplete() {
        #expect(!review(ground: "").isComplete)
        #expect(!review(ground: "").isGrounded)
        #expect(!Review(findings: []).isComplete)
    }

    @Test func aCriterionIsFoundOnce() {
        let twice = Review(findings: review().findings + review(unmet: .safety).findings)
        #expect(!twice.isGrounded)
        #expect(!twice.isComplete)
    }

    @Test func aGroundIsNoBook() {
        let long = String(repeating: "a", count: Review.longestGround)
        #expect(review(ground: long).isComplete)
        #expect(!review(ground: long + "a").isComplete)
    }
}

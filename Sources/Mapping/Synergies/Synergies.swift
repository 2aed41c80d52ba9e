import Catalogue

/// Groups of active offers that are much alike: candidates to translate, to merge or to do together.
///
/// How alike two offers are is said by ``SynergyLikeness``, what could be done with them by ``SynergySuggestion``. A
/// group holds two to eight offers, and every two of them are alike enough: groups grow by complete linkage (Sørensen,
/// "A method of establishing groups of equal amplitude in plant sociology", 1948), strongest likeness first, so that no
/// chain of half-alike offers becomes a group.
package struct Synergies: Sendable {
    /// Most alike first; every offer in one group at most.
    package let groups: [SynergyGroup]
    /// How many active offers were compared.
    package let compared: Int

    package init(_ catalogue: Catalogue) {
        let offers = ComparableOffers(catalogue)
        let words = OfferWords(offers)
        let pairs = AlikePairs(offers, words)
        compared = offers.count
        groups = SynergyClusters(pairs).clusters.map { SynergyGroup($0, pairs: pairs, offers: offers, words: words) }
            .sorted { ($1.likeness, $0.id) < ($0.likeness, $1.id) }
    }
}

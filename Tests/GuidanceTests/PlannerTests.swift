import Catalogue
import Foundation
import Testing

@testable import Guidance

/// Plans over the shipped catalogue: only records, of different kinds, each with its reasons.
@Suite struct PlannerTests {
    private let catalogue = Shipped.catalogue

    private func themes(_ names: String...) -> [ConceptID] { names.compactMap { ConceptID($0) } }

    @Test(arguments: PlanRequest.Setting.allCases, Language.allCases)
    func everySettingGetsAPlan(_ setting: PlanRequest.Setting, _ language: Language) {
        for time in PlanRequest.Time.allCases {
            let plan = Planner(catalogue, reader: language).plan(for: PlanRequest(setting: setting, time: time))
            #expect(!plan.steps.isEmpty && plan.steps.count <= time.steps, "\(setting) \(time) \(language)")
        }
    }

    @Test(arguments: Language.allCases)
    func everyThemeGetsAPlanWithReasons(_ language: Language) {
        let planner = Planner(catalogue, reader: language)
        for theme in catalogue[.themes].concepts where !theme.broader.isEmpty {
            for setting in PlanRequest.Setting.allCases {
                let plan = planner.plan(for: PlanRequest(setting: setting, themes: [theme.id]))
                #expect(!plan.steps.isEmpty, "\(theme.id) \(setting) \(language)")
                for step in plan.steps {
                    #expect(!step.reasons.isEmpty, "\(step.record.id)")
                    #expect(step.record.status != .ended)
                    #expect(
                        step.record.speaks(language) || step.record.languages.isEmpty
                            || plan.concessions.contains(.language))
                }
                #expect(Set(plan.steps.map(\.record.id)).count == plan.steps.count)
            }
        }
    }

    @Test func stepsAreOfDifferentKinds() {
        let plan = Planner(catalogue, reader: .nl).plan(
            for: PlanRequest(setting: .lesson, themes: themes("disinformation", "sexting")))
        let formats = plan.steps.compactMap { PlanPart.mainFormat(of: $0.record) }
        #expect(Set(formats).count >= 4, "\(formats)")
        #expect(plan.steps.map(\.part) == plan.steps.map(\.part).sorted())
        let covered = Set(plan.steps.flatMap(\.record.themes))
        for theme in themes("disinformation", "sexting") { #expect(covered.contains(theme)) }
    }

    @Test func whatIsLeftOutStaysOut() throws {
        let planner = Planner(catalogue, reader: .fr)
        var request = PlanRequest(setting: .family, themes: themes("gaming"))
        let first = try #require(planner.plan(for: request).steps.first?.record.id)
        request.leftOut = [first]
        let next = planner.plan(for: request)
        #expect(!next.steps.contains { $0.record.id == first })
        #expect(!next.skipped.contains { $0.record.id == first })
    }

    /// What can't be met is dropped, and said; what was never asked is never said to be dropped.
    @Test func concessionsAreSaid() {
        let planner = Planner(catalogue, reader: .de)
        let plan = planner.plan(
            for: PlanRequest(
                setting: .family, ages: AgeRange(from: 16, to: 18), themes: themes("gambling"), needs: [.disability]))
        #expect(!plan.steps.isEmpty && !plan.concessions.isEmpty)
        #expect(!plan.concessions.contains(.place))
        #expect(planner.plan(for: PlanRequest(setting: .family)).concessions.isEmpty)
    }

    @Test func whatIsSkippedSaysWhy() {
        let plan = Planner(catalogue, reader: .fr).plan(
            for: PlanRequest(setting: .lesson, ages: AgeRange(from: 12, to: 14), themes: themes("disinformation")))
        #expect(!plan.skipped.isEmpty)
        for skipped in plan.skipped {
            if case .otherAges(let ages) = skipped.obstacle { #expect(!ages.overlaps(AgeRange(from: 12, to: 14)!)) }
            #expect(!plan.steps.contains { $0.record.id == skipped.record.id })
        }
    }

    /// A year shared at the border is no reason to take a lesson for younger or older ones.
    @Test func whatIsMadeForTheAgesComesBeforeItsNeighbours() throws {
        let plan = Planner(catalogue, reader: .nl).plan(
            for: PlanRequest(
                setting: .lesson, ages: AgeRange(from: 14, to: 16), themes: themes("disinformation"), time: .month))
        let steps = plan.steps.map(\.record.id.description)
        #expect(steps.contains("feitencheckers"), "\(steps)")
        for neighbour in ["nieuwsmakers", "opiniemakers"] {
            guard let place = steps.firstIndex(of: neighbour) else { continue }
            #expect(try #require(steps.firstIndex(of: "feitencheckers")) < place, "\(steps)")
        }
    }

    @Test func thereIsSomethingToTalkAbout() {
        let plan = Planner(catalogue, reader: .nl).plan(
            for: PlanRequest(setting: .family, themes: themes("gaming", "body-image")))
        // One question of each theme in turn.
        #expect(plan.talk.prefix(2).map(\.theme) == themes("gaming", "body-image"))
        #expect(plan.talk.count == 5)
    }

    @Test func theSamePlanEveryTime() {
        let request = PlanRequest(setting: .group, themes: themes("hate-speech", "gaming"), time: .year)
        let planner = Planner(catalogue, reader: .nl)
        let once = planner.plan(for: request).steps.map(\.record.id)
        #expect(planner.plan(for: request).steps.map(\.record.id) == once)
    }
}

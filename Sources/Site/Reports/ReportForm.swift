import Catalogue
import Foundation
import Intake

/// What was typed into the form of a report, and how far it is. It lives in the page and in the request that brings it.
struct ReportForm: Sendable {
    enum Field: String, CaseIterable, Sendable {
        case what, place, when, wanted, contact

        var longest: Int { self == .what ? ReportContent.longestText : ReportContent.longestLine }
    }

    /// Why a form can't go on.
    enum Fault: Error, Equatable {
        case empty, tooLong(Field), pasted, expired, sentBefore, tooMany, notStored, uncertain, closed
    }

    let role: ReporterRole
    private(set) var values: [Field: String] = [:]
    /// The screen that was filled in, from 0.
    let step: Int

    init(role: ReporterRole) {
        self.role = role
        step = 0
    }

    /// Reads a sent form; nil where nobody said who asks.
    init?(_ fields: QueryItems) {
        guard let role = fields.first("role").flatMap(ReporterRole.init) else { return nil }
        self.role = role
        step = fields.first("step").flatMap { Int($0) }.map { min(max($0, 0), 9) } ?? 0
        for field in Field.allCases { values[field] = (fields.first(field.rawValue) ?? "").tidied }
    }

    subscript(field: Field) -> String { values[field] ?? "" }

    /// The screens: a child gets one thing at a time.
    var screens: [[Field]] {
        role == .child ? [[.what], [.place, .when], [.wanted, .contact]] : [Field.allCases]
    }

    /// The fields of a screen.
    func fields(of step: Int) -> [Field] { screens.indices.contains(step) ? screens[step] : [] }

    var isLastStep: Bool { step >= screens.count - 1 }

    /// What is wrong with what was typed so far, and on which screen it stands.
    var fault: (fault: Fault, step: Int)? {
        if self[.what].isEmpty { return (.empty, 0) }
        for (step, fields) in screens.enumerated() {
            for field in fields {
                if self[field].count > field.longest { return (.tooLong(field), step) }
                if self[field].looksPasted { return (.pasted, step) }
            }
        }
        return nil
    }

    /// All that was typed.
    var text: String { Field.allCases.map { self[$0] }.filter { !$0.isEmpty }.joined(separator: "\n\n") }

    func content(sentAt: String) -> ReportContent {
        var content = ReportContent()
        content.what = self[.what]
        content.place = self[.place]
        content.when = self[.when]
        content.wanted = self[.wanted]
        content.contact = self[.contact]
        content.sentAt = sentAt
        return content
    }
}

extension String {
    /// A picture or a file as text: a data address, a long run without a space that is no web address, or several long
    /// lines without any.
    var looksPasted: Bool {
        if lowercased().contains(/data:[a-z0-9.+-]+\/[a-z0-9.+-]+[;,]/) { return true }
        let isRun = split(whereSeparator: \.isWhitespace).contains { $0.count > 512 && !$0.contains("://") }
        return isRun || split(separator: "\n").count(where: { $0.count >= 60 && !$0.contains(" ") }) >= 4
    }
}

extension BrusselsTime {
    /// `2026-11-23T16:30`.
    var stamp: String { "\(day)T\(clock)" }
}

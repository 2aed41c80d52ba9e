import Catalogue
import Editorial
import HTML

/// What members do together or want to, and what they look for.
struct ProjectsPage: WorkspacePage {
    static let need = "need"
    static let language = "language"

    var context: PageContext
    let visit: Workspace.Visit
    let projects: [Project]
    let filter: Project.Filter

    var title: String { context.texts(.consortiumProjects) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        ConsortiumTabs(context: context)
        p(.class("lead")) { context.texts(.consortiumProjectsLead) }
        if actor.may(.keepProject, on: actor.organisation) {
            p {
                a(.class("button"), .href(context.link(.workspace(.editProject(ProjectRoutes.new))))) {
                    context.texts(.consortiumProjectNew)
                }
            }
        }
        form(.class("work filter"), .method("get"), .action(context.link(.workspace(.projects)))) {
            PickOne(
                name: Self.need, words: context.texts(.consortiumNeeded),
                options: [PickOption("", context.texts(.consortiumAny))] + context.needOptions,
                chosen: filter.need?.rawValue ?? "")
            PickOne(
                name: Self.language, words: context.texts(.consortiumNeededLanguage),
                options: [PickOption("", context.texts(.consortiumAny))] + context.languageOptions,
                chosen: filter.language?.rawValue ?? "")
            button(.type("submit")) { context.texts(.consortiumShow) }
        }
        p(.class("total"), .role("status")) { context.texts(.consortiumFoundProjects, count: projects.count) }
        if projects.isEmpty, filter.isEmpty { p { context.texts(.consortiumNoProjects) } }
        ProjectLines(projects: projects, context: context)
    }
}

/// Projects in a list, each with who does it and what it looks for.
struct ProjectLines: HTML {
    let projects: [Project]
    let context: PageContext

    var body: some HTML {
        ul(.class("entries")) {
            for project in projects {
                li {
                    p(.class("heading")) {
                        a(.href(context.link(.workspace(.project(project.id)))), .lang(project.language.rawValue)) {
                            project.title
                        }
                        span(.class("badge")) { context.texts(project.state.label) }
                    }
                    p(.class("quiet")) {
                        ([context.keeper(project.organisation)]
                            + project.participants.filter { $0 != project.organisation }.map(context.name(of:)))
                            .joined(separator: ", ")
                    }
                    NeedList(project: project, context: context)
                }
            }
        }
    }
}

/// What a project looks for.
struct NeedList: HTML {
    let project: Project
    let context: PageContext

    var body: some HTML {
        if !project.openNeeds.isEmpty {
            ul(.class("needs")) {
                for need in project.openNeeds {
                    li {
                        strong { words(need) }
                        ": "
                        span(.lang(project.language.rawValue)) { need.words }
                    }
                }
            }
        }
    }

    private func words(_ need: Project.Need) -> String {
        let what = context.texts(need.what.label)
        guard let language = need.language else { return what }
        return what + " (" + context.wording.name(of: LanguageTag(language)) + ")"
    }
}

extension Project.State {
    var label: TextKey {
        switch self {
        case .idea: .consortiumStateIdea
        case .preparing: .consortiumStatePreparing
        case .running: .consortiumStateRunning
        case .done: .consortiumStateDone
        case .stopped: .consortiumStateStopped
        }
    }
}

extension Project.Need.What {
    var label: TextKey {
        switch self {
        case .partner: .consortiumNeedPartner
        case .money: .consortiumNeedMoney
        case .translation: .consortiumNeedTranslation
        case .place: .consortiumNeedPlace
        case .expertise: .consortiumNeedExpertise
        }
    }
}

extension PageContext {
    var needOptions: [PickOption] { Project.Need.What.allCases.map { PickOption($0.rawValue, texts($0.label)) } }
}

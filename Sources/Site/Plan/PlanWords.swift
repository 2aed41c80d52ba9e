import Catalogue
import Guidance

/// The words for what a plan is made of.
struct PlanWords {
    let context: PageContext

    /// "about sextortion; for teachers; in French"
    func sentence(_ reasons: [Plan.Reason]) -> String {
        let words = reasons.map(reason).joined(separator: "; ")
        return context.texts(.planWhy, words)
    }

    private func reason(_ reason: Plan.Reason) -> String {
        let texts = context.texts
        return switch reason {
        case .about(let themes):
            texts(.planWhyAbout, themes.map { context.label($0, in: .themes) }.joined(separator: ", "))
        case .audience(let id): texts(.planWhyFor, context.label(id, in: .audiences))
        case .ages(let ages): texts(.agesLong, "\(ages.from)", "\(ages.to)")
        case .language(let language): texts(.inLanguage, context.wording.name(of: LanguageTag(language)))
        case .place(let id): texts(.planWhyPlace, context.label(id, in: .territories))
        case .free: texts(.planWhyFree)
        case .need(let need): label(need)
        case .variety(let format):
            texts(.planWhyVariety, context.wording.inSentence(context.label(format, in: .formats)))
        }
    }

    func obstacle(_ obstacle: Plan.Obstacle) -> String {
        let texts = context.texts
        return switch obstacle {
        case .ended: texts(.planSkipEnded)
        case .otherLanguage(let languages):
            texts(.planSkipLanguage, context.wording.names(of: languages))
        case .otherAges(let ages): texts(.planSkipAges, "\(ages.from)", "\(ages.to)")
        case .otherPlace(let places):
            texts(.planSkipPlace, places.map { context.label($0, in: .territories) }.joined(separator: ", "))
        case .notFree: texts(.planSkipPaid)
        }
    }

    func concession(_ concession: Plan.Concession) -> String {
        let key: TextKey =
            switch concession {
            case .needs: .planWithoutNeeds
            case .place: .planWithoutPlace
            case .ages: .planWithoutAges
            case .language: .planWithoutLanguage
            case .themes: .planWithoutThemes
            }
        return context.texts(key)
    }

    func label(_ setting: PlanRequest.Setting) -> String {
        let key: TextKey =
            switch setting {
            case .family: .planForFamily
            case .lesson: .planForClass
            case .school: .planForSchool
            case .group: .planForGroup
            case .organisation: .planForOrganisation
            }
        return context.texts(key)
    }

    func label(_ time: PlanRequest.Time) -> String {
        let key: TextKey =
            switch time {
            case .hour: .planTimeHour
            case .afternoon: .planTimeAfternoon
            case .month: .planTimeMonth
            case .year: .planTimeYear
            }
        return context.texts(key)
    }

    func label(_ need: PlanRequest.Need) -> String {
        let key: TextKey =
            switch need {
            case .easy: .planNeedEasy
            case .disability: .planNeedDisability
            case .offline: .planNeedOffline
            case .free: .planNeedFree
            }
        return context.texts(key)
    }

    func label(_ part: Plan.Part) -> String {
        let key: TextKey =
            switch part {
            case .spark: .planPartSpark
            case .work: .planPartWork
            case .keep: .planPartKeep
            }
        return context.texts(key)
    }
}

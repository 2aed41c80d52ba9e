import Catalogue
import Editorial
import Foundation

extension Addressee {
    /// What a letter says of a matter.
    func text(of matter: Notice.Matter) -> LetterText {
        switch matter {
        case .invitation(let token, let inviter): invitation(token, from: inviter)
        case .invitedAgain(let inviter): invitedAgain(by: inviter)
        case .reset(let token): reset(token)
        case .passwordChanged: warning(.letterPasswordSubject, .letterPasswordText)
        case .secondFactorChanged: warning(.letterFactorSubject, .letterFactorText)
        case .draft(let id, let record, let title, let deed, let words):
            draft(id, self.title(title, record), record, deed, words)
        case .reminder(let entries): reminder(entries)
        case .escalation(let entries): escalation(entries)
        case .setAside(let record, let title): setAside(self.title(title, record), record)
        case .claim(let record, let title, let organisation, let deed):
            claim(self.title(title, record), record, organisation, deed)
        case .application(let id, let name, let deed, let words): application(id, name.inOneLine, deed, words)
        case .suggestion(let code, let words): suggestion(code, words)
        case .digest(let tasks, let news): digest(tasks, news)
        }
    }

    private func invitation(_ token: String, from inviter: String) -> LetterText {
        let until = BrusselsTime(at.addingTimeInterval(Invitation.joiningTime)).day
        // Who sits at the machine has no name that would mean something to the reader.
        let isByCommand = inviter.isEmpty || inviter.hasPrefix("betternet")
        return LetterText(
            texts(.letterInvitationSubject, site),
            isByCommand
                ? texts(.letterInvitationBySite, site) : texts(.letterInvitationBy, inviter.inOneLine, site),
            texts(.letterInvitationWhat),
            texts(.letterInvitationLink) + "\n" + link(.invitation(token)),
            texts(.letterInvitationUntil, wording.date(until.adding(days: -1))),
            texts(.letterInvitationMistake))
    }

    private func invitedAgain(by inviter: String) -> LetterText {
        LetterText(
            texts(.letterKnownSubject, site),
            texts(.letterKnownText, inviter.hasPrefix("betternet") ? site : inviter.inOneLine),
            texts(.letterKnownSignIn) + "\n" + link(.signIn),
            texts(.letterKnownForgot) + "\n" + link(.forgot))
    }

    private func reset(_ token: String) -> LetterText {
        LetterText(
            texts(.letterResetSubject),
            texts(.letterResetText) + "\n" + link(.invitation(token)),
            texts(.letterResetHour),
            texts(.letterResetMistake))
    }

    /// Something that protects the account was changed.
    private func warning(_ subject: TextKey, _ text: TextKey) -> LetterText {
        LetterText(texts(subject), texts(text), texts(.letterNotYou) + "\n" + link(.forgot))
    }
}

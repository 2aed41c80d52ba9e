extension Asker {
    /// Fetches the `robots.txt` that speaks for the destination (RFC 9309, section 2.3.1).
    ///
    /// Throws ``Refusal`` if the site itself may not be asked, ``Rest``, or `CancellationError`.
    func fetchRobots(for destination: Destination) async throws -> RobotsAnswer {
        var place = try destination.robots()
        for redirects in 0...manners.redirects {
            let answer: PinnedRequest.Answer
            do {
                answer = try await ask(.get, place, pause: manners.pause, bodyLimit: Robots.longest + 1)
            } catch let failure as LinkAnswer.Failure {
                return redirects == 0 ? .silent(failure) : .troubled
            } catch is Refusal where redirects > 0 {
                return .file(.none)
            }
            switch answer.status {
            case 200..<300: return .file(Robots(reading: answer.body))
            case 300..<400:
                // More redirects than allowed, or one to nowhere, count as no file.
                guard let step = try? Redirect(answer, from: place) else { return .file(.none) }
                place = step.destination
            case 400..<500: return .file(.none)
            default: return .troubled
            }
        }
        return .file(.none)
    }
}

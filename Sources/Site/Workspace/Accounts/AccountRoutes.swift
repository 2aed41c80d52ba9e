/// Accounts and roles: coming in, the own account, the people, their keys, and the trail of it all.
struct AccountRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        SignInRoutes(site: site).addRoutes(to: router)
        PasswordLinkRoutes(site: site).addRoutes(to: router)
        SecondFactorRoutes(site: site).addRoutes(to: router)
        OwnAccountRoutes(site: site).addRoutes(to: router)
        TeamRoutes(site: site).addRoutes(to: router)
        TokenRoutes(site: site).addRoutes(to: router)
        TrailRoutes(site: site).addRoutes(to: router)
    }
}

import Editorial

extension PasswordFault {
    /// In the words of the reader.
    func words(_ texts: Texts) -> String {
        switch self {
        case .tooShort: texts(.passwordTooShort, "\(PasswordRule.least)")
        case .tooLong: texts(.passwordTooLong, "\(PasswordRule.most)")
        case .personal: texts(.passwordPersonal)
        case .common: texts(.passwordCommon)
        case .pattern: texts(.passwordPattern)
        }
    }
}

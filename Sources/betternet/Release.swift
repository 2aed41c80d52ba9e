/// Which release this is: the newest chapter of CHANGELOG.md. packaging/version.sh reads it here.
enum Release {
    static let number = "9"
}

import HTML

/// How to read the shop without network: keep it in this browser, or take it along as files.
struct OfflinePage: SitePage {
    var context: PageContext

    var title: String { context.texts(.navOffline) }
    var summary: String? { context.texts(.offlineLead) }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.offlineLead) }
        section(.ariaLabelledBy("browser")) {
            h2(.id("browser")) { context.texts(.offlineBrowser) }
            p { context.texts(.offlineBrowserText) }
            // The script puts a button here; without script the files below are the way.
            p(
                .id("keep-offline"), .data("data-pack", Address.offlinePack.print(in: context.edition)),
                .data("data-keep", context.texts(.offlineKeep)), .data("data-kept", context.texts(.offlineKept)),
                .data("data-drop", context.texts(.offlineDrop)), .data("data-failed", context.texts(.offlineFailed))
            ) { context.texts(.offlineNoScript) }
            p(.class("quiet")) { context.texts(.offlineTraces) }
        }
        section(.ariaLabelledBy("files")) {
            h2(.id("files")) { context.texts(.offlineFiles) }
            p { context.texts(.offlineFilesText) }
            p {
                a(.class("button"), .href(Address.offlineArchive.print(in: context.edition)), .rel("nofollow")) {
                    Icon("download")
                    context.texts(.offlineDownload)
                }
            }
        }
        script(.src(Asset.offline.path), .defer) {}
    }
}

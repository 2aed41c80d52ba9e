import HTML

/// The way to earlier and later pages of a long list; nothing where it fits on one.
struct Pager: HTML {
    let context: PageContext
    /// From 1.
    let page: Int
    let last: Int
    /// The address of a page of the list.
    let link: @Sendable (Int) -> String

    init(context: PageContext, page: Int, total: Int, length: Int, link: @escaping @Sendable (Int) -> String) {
        self.context = context
        self.page = page
        last = (total + length - 1) / length
        self.link = link
    }

    var body: some HTML {
        if last > 1 {
            nav(.class("pager"), .ariaLabel(context.texts(.pagerLabel))) {
                if page > 1 {
                    a(.href(link(page - 1)), .rel("prev")) {
                        Icon("back")
                        context.texts(.pagerPrevious)
                    }
                }
                span { context.texts(.pagerPosition, "\(page)", "\(last)") }
                if page < last {
                    a(.href(link(page + 1)), .rel("next")) {
                        context.texts(.pagerNext)
                        Icon("next")
                    }
                }
            }
        }
    }
}

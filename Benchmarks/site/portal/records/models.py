from django.db import models
from wagtail.api import APIField
from wagtail.models import Page
from wagtail.search import index


class HomePage(Page):
    template = "records/home.html"

    def get_context(self, request):
        newest = RecordPage.objects.live().order_by("-id")[:20]
        kinds = RecordPage.objects.live().values("kind").annotate(count=models.Count("kind")).order_by("kind")
        return super().get_context(request) | {"newest": newest, "kinds": kinds}


class RecordPage(Page):
    """A record, with what our own page of it shows."""

    kind = models.CharField(max_length=20, db_index=True)
    summary = models.TextField()
    themes = models.JSONField(default=list)
    audiences = models.JSONField(default=list)
    links = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    contact = models.JSONField(null=True)

    template = "records/record.html"
    search_fields = Page.search_fields + [index.SearchField("summary"), index.FilterField("kind")]
    api_fields = [APIField(name) for name in ("kind", "summary", "themes", "audiences", "links", "sources", "contact")]

    def get_context(self, request):
        others = RecordPage.objects.live().filter(kind=self.kind).exclude(pk=self.pk)[:6]
        return super().get_context(request) | {"others": others}

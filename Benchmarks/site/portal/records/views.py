from django.db.models import Count
from django.shortcuts import render

from portal.records.models import RecordPage


def search(request):
    """The first fifteen of what was found, how many there are, and how many of each kind."""
    words = request.GET.get("q", "")
    pages = RecordPage.objects.live()
    if kind := request.GET.get("kind"):
        pages = pages.filter(kind=kind)
    found = pages.search(words, operator="and")
    return render(
        request, "records/search.html",
        {"words": words, "found": found[:15], "total": found.count(), "kinds": found.facet("kind")})

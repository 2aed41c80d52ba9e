"""Fills the Wagtail site with the records of our own dump: python -m portal.fill RECORDS.jsonl

One statement for all pages and one for their fields, as adding them one by one takes hours; then Wagtail's own search index.
"""

import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
import django  # noqa: E402

django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Locale, Page, Site  # noqa: E402

from portal.records.models import HomePage, RecordPage  # noqa: E402


def main(source):
    call_command("migrate", verbosity=0)
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    root.numchild = 0
    root.save()
    home = root.add_child(instance=HomePage(title="Een beter internet", slug="home"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    with open(source, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    kind = ContentType.objects.get_for_model(RecordPage)
    locale = Locale.objects.first()
    pages = []
    now = timezone.now()
    for number, record in enumerate(records, 1):
        title = record["title"].get("nl") or record["id"]
        pages.append(Page(
            path=Page._get_path(home.path, home.depth + 1, number), depth=home.depth + 1, numchild=0, title=title,
            draft_title=title, slug=record["id"], content_type=kind, url_path=f"{home.url_path}{record['id']}/", live=True,
            locale=locale, first_published_at=now, last_published_at=now))
    with transaction.atomic():
        Page.objects.bulk_create(pages, batch_size=500)
        numbers = dict(Page.objects.filter(depth=home.depth + 1).values_list("slug", "id"))
        rows = [
            (numbers[record["id"]], record["kind"], record["summary"].get("nl", ""),
             *(json.dumps(record.get(name, [])) for name in ("themes", "audiences", "links", "sources")),
             json.dumps(record.get("contact")))
            for record in records
        ]
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO records_recordpage (page_ptr_id, kind, summary, themes, audiences, links, sources, contact)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", rows)
        Page.objects.filter(pk=home.pk).update(numchild=len(records))
    call_command("update_index", verbosity=0)
    print(json.dumps(numbers))


if __name__ == "__main__":
    main(sys.argv[1])

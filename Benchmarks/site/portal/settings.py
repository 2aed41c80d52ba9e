"""A Wagtail site as one would put it into the open: debugging off, templates kept, no page cache."""

import os
import pathlib

WORK = pathlib.Path(os.environ["PORTAL"])
SECRET_KEY = "for a comparison on one machine"
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "portal.records", "wagtail.search", "wagtail.users", "wagtail.images", "wagtail.documents", "wagtail.admin",
    "wagtail.api.v2", "wagtail.sites", "wagtail", "modelcluster", "taggit", "rest_framework", "django.contrib.auth",
    "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages", "django.contrib.staticfiles",
]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "portal.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": WORK / "portal.db", "CONN_MAX_AGE": None}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
WAGTAIL_SITE_NAME = "Portal"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1"
STATIC_URL = "/static/"
MEDIA_ROOT = WORK / "media"
USE_TZ = True
LOGGING_CONFIG = None

"""Every address of the site. A municipality's pages stand under its official code."""

from django.urls import include, path

from ombud.desk.home import home
from ombud.desk.keys import secrecy, unlock
from ombud.desk.language import choose_language

urlpatterns = [
    path("", home, name="home"),
    path("account/", include("ombud.desk.account.urls")),
    path("language/", choose_language, name="choose-language"),
    path("welcome/", include("ombud.desk.welcome.urls")),
    path("unlock/", unlock.show, name="unlock"),
    path("keys/", include("ombud.desk.keys.own_urls")),
    path("secrecy/", secrecy.show, name="secrecy"),
    path("<str:code>/", include("ombud.desk.overview.urls")),
    path("<str:code>/keys/", include("ombud.desk.keys.urls")),
    path("<str:code>/office/", include("ombud.desk.office.urls")),
    path("<str:code>/members/", include("ombud.desk.members.urls")),
    path("<str:code>/enquiries/", include("ombud.desk.enquiries.urls")),
    path("<str:code>/cases/", include("ombud.desk.cases.urls")),
    path("<str:code>/editing/", include("ombud.desk.editing.urls")),
    path("<str:code>/inbox/", include("ombud.desk.inbox.urls")),
    path("<str:code>/tallies/", include("ombud.desk.tallies.urls")),
    path("<str:code>/appeals/", include("ombud.desk.appeals.urls")),
    path("<str:code>/imports/", include("ombud.desk.imports.urls")),
    path("<str:code>/statistics/", include("ombud.desk.statistics.urls")),
    path("<str:code>/definitions/", include("ombud.desk.definitions.urls")),
    path("<str:code>/aggregates/", include("ombud.desk.aggregates.urls")),
    path("<str:code>/reports/", include("ombud.desk.reports.urls")),
    path("<str:code>/editions/", include("ombud.desk.editions.urls")),
    path("<str:code>/log/", include("ombud.desk.log.urls")),
]

handler400 = "ombud.desk.errors.bad_request"
handler403 = "ombud.desk.errors.forbidden"
handler404 = "ombud.desk.errors.not_found"
handler500 = "ombud.desk.errors.failed"

from django.urls import path

from ombud.desk.office import (
    correct,
    define,
    facts,
    index,
    mandate,
    map,
    merge,
    move,
    new,
    profile,
    remove,
    retire,
    small_counts,
    split,
    taxonomy,
    themes,
)
from ombud.desk.office import list as listing

urlpatterns = [
    path("", index.show, name="office-index"),
    path("facts/", facts.facts, name="office-facts"),
    path("small-counts/", small_counts.small_counts, name="office-small-counts"),
    path("profile.json", profile.profile, name="office-profile"),
    path("departments/merge/", merge.merge, name="office-merge"),
    path("departments/<int:pk>/split/", split.split, name="office-split"),
    path("departments/<int:pk>/move/", move.move, name="office-move"),
    path("mandates/from-a-day/", mandate.mandate, name="office-mandate"),
    path("types/<int:pk>/define/", define.define, name="office-define"),
    path("taxonomies/from-a-day/", taxonomy.taxonomy, name="office-taxonomy"),
    path("taxonomies/<int:pk>/themes/", themes.show, name="office-themes"),
    path("themes/<int:pk>/retire/", retire.retire, name="office-retire"),
    path("themes/<int:pk>/map/", map.show, name="office-map"),
    path("<slug:noun>/", listing.show, name="office-list"),
    path("<slug:noun>/new/", new.new, name="office-new"),
    path("<slug:noun>/<int:pk>/", correct.correct, name="office-correct"),
    path("<slug:noun>/<int:pk>/remove/", remove.remove, name="office-remove"),
]

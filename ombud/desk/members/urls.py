"""Addresses of people and roles, below a municipality."""

from django.urls import path

from ombud.desk.members import account, correct, new, seen
from ombud.desk.members import list as listing

urlpatterns = [
    path("", listing.show, name="members-list"),
    path("new/", new.new, name="members-new"),
    path("<int:pk>/", correct.correct, name="members-correct"),
    path("<int:pk>/account/", account.account, name="members-account"),
    path("<int:pk>/seen/", seen.seen, name="members-seen"),
]

from django.urls import include, path

from ombud.desk.account import index, sessions

urlpatterns = [
    path("", index.show, name="account-index"),
    path("sessions/", sessions.show, name="account-sessions"),
    path("", include("ombud.identity.urls")),
]

"""A person's own keys, whatever the municipality."""

from django.urls import path

from ombud.desk.keys import code, kept, lock, own, passphrase, recover, sheet

urlpatterns = [
    path("", own.show, name="keys-own"),
    path("lock/", lock.lock, name="keys-lock"),
    path("state/", lock.state, name="keys-state"),
    path("stay/", lock.stay, name="keys-stay"),
    path("passphrase/", passphrase.change, name="keys-passphrase"),
    path("code/", code.show, name="keys-code"),
    path("recover/", recover.recover, name="keys-recover"),
    path("sheet/<slug:kind>/", sheet.show, name="keys-sheet"),
    path("kept/", kept.show, name="keys-kept"),
    path("kept/remove/", kept.remove, name="keys-kept-remove"),
]

"""Below a municipality's code: who can open its cases."""

from django.urls import path

from ombud.desk.keys import begin, kit, people, rescue

urlpatterns = [
    path("", people.show, name="keys-people"),
    path("people/<int:pk>/grant/", people.grant, name="keys-grant"),
    path("people/<int:pk>/withdraw/", people.withdraw, name="keys-withdraw"),
    path("people/<int:pk>/handover/", people.handover, name="keys-handover"),
    path("people/<int:pk>/renew/", people.renew, name="keys-renew"),
    path("note/", people.put_away, name="keys-note"),
    path("rotate/", people.rotate, name="keys-rotate"),
    path("kit/", kit.show, name="keys-kit"),
    path("rescue/", rescue.rescue, name="keys-rescue"),
    path("anew/", rescue.anew, name="keys-anew"),
    path("begin/", begin.begin, name="keys-begin"),
    path("begin/<slug:name>/", begin.show, name="keys-begin-step"),
]

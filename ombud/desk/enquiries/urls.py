from django.urls import path

from ombud.desk.enquiries import contact, correct, mandate, new, remove
from ombud.desk.enquiries import list as listing

urlpatterns = [
    path("", listing.show, name="enquiries-list"),
    path("new/", new.new, name="enquiries-new"),
    path("mandate/", mandate.show, name="enquiries-mandate"),
    path("<int:pk>/", correct.correct, name="enquiries-correct"),
    path("<int:pk>/remove/", remove.remove, name="enquiries-remove"),
    path("<int:pk>/contacts/", contact.contact, name="enquiries-contact"),
    path("<int:pk>/contacts/<int:contact_pk>/remove/", contact.remove, name="enquiries-contact-remove"),
]

from django.urls import path

from ombud.desk.welcome import example, shipped, start, step

urlpatterns = [
    path("", start.show, name="welcome"),
    path("shipped/", shipped.make, name="welcome-shipped"),
    path("example/", example.make, name="welcome-example"),
    path("<slug:name>/", step.show, name="welcome-step"),
]

"""The pages of an account: log in and out, password, second factor, single sign-on.

Only these of the log-in library's pages are opened: accounts and their addresses are the office's to manage. The
address of sign-up answers that it is closed; the library refers to it by name.
"""

from allauth.account import views
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path

from ombud.identity import passkeys as own_passkeys
from ombud.identity.single_sign_on import views as single_sign_on
from ombud.identity.suspended import never_kept

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", views.signup, name="account_signup"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("single-sign-on/", single_sign_on.start, name="account-single-sign-on"),
    path("single-sign-on/return/", single_sign_on.back, name="account-single-sign-on-return"),
    path("second-factor/", second_factor.index, name="mfa_index"),
    path("second-factor/log-in/", second_factor.authenticate, name="mfa_authenticate"),
    path("second-factor/reauthenticate/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/app/", never_kept(app.activate_totp), name="mfa_activate_totp"),
    path("second-factor/app/remove/", never_kept(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("second-factor/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", never_kept(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("second-factor/passkeys/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("second-factor/passkeys/new/", never_kept(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("second-factor/passkeys/log-in/", own_passkeys.LogIn.as_view(), name="mfa_login_webauthn"),
    path(
        "second-factor/passkeys/reauthenticate/",
        own_passkeys.Reauthenticate.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("second-factor/passkeys/<int:pk>/", never_kept(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("second-factor/passkeys/<int:pk>/remove/", never_kept(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]

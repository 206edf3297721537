"""An account: an e-mail address, a name and a password. Roles are memberships, kept in offices."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, *, email: str, name: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account; without a password nobody can log in with it."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    email = models.EmailField(_("E-mail"), unique=True)
    name = models.CharField(_("Name"), max_length=120)
    is_active = models.BooleanField(_("May log in"), default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Tries(models.Model):
    """When a secret was tried for one account or from one address (see ``limits``). Only a hash tells for which."""

    key = models.CharField(max_length=64, primary_key=True)
    moments = models.JSONField(default=list)
    until = models.FloatField(default=0, db_index=True)

    def __str__(self) -> str:
        return f"{len(self.moments)} tries"


class Submission(models.Model):
    """A form that was sent: a digest of what it said, and where its answer led (see ``submissions``)."""

    digest = models.CharField(max_length=64, unique=True)
    person = models.CharField(max_length=40, db_index=True)
    address = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.address

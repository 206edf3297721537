"""The language of the moment, as the core asks for it."""

from django.utils import translation

from ombud.core.words import Words

WORDS: Words = translation

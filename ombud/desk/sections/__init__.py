"""The sections of a draft."""

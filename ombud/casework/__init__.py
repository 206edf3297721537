"""Enquiries with their main and follow-on matters, typed in or imported."""

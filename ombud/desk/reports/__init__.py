"""The report workshop: drafts, their outline and title page, what stops publication."""

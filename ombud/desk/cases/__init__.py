"""The pages of a case file. Reading is logged before anything is shown; nothing of a case stands in an address."""

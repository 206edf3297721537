"""The rows of a municipality between two dates as facts for the core: codes only, read in one query a kind."""

"""Small counts: what must be hidden so that nobody can be found, and at what cost. Auditing is another package."""

"""Keys and sealed texts. Knows opaque names of persons, offices and cases; never an office, a case or a page."""

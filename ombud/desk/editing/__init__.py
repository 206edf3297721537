"""Who else has the same thing open to write in."""

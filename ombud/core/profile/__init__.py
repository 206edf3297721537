"""What a municipality's profile file may hold, and what is wrong with one that does not."""

"""The numbers of a report against themselves, against what was published before, and what explains the rest."""

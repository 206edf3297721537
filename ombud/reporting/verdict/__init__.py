"""Can the numbers stand alone? All checks of a report together, in words a council member understands."""

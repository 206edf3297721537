"""Who serves the municipality, in which role and until when."""

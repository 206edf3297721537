"""From a checked profile to rows, one noun a file. Called inside the transaction and the scope of ``load_profile``."""

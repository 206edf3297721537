"""The set-up: what the municipality is, seen and changed."""

"""Keys as acts of a person in an office: each one is logged, and no log line holds a secret."""

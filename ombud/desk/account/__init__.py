"""One's own account: password, second factor, sessions. Logging in gives an identity, never a key."""

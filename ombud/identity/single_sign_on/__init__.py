"""Logging in with the municipality's own log-in service (OpenID Connect). It says who somebody is and opens nothing."""

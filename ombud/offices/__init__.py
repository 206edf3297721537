"""Municipalities as dated data: departments, mandates, types, channels, taxonomies, periods, memberships."""

"""The guided set-up of a municipality at the first start."""

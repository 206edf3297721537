"""The municipality in whose name something is read or written; a query outside it fails."""

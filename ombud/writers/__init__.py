"""Report tree to files."""

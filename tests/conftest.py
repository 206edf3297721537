"""What every test may ask for. The world is built by the actions themselves, never by fixtures in files."""

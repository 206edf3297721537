"""What is sealed: the secret part of each row of a case file, as frozen data that never shows itself."""

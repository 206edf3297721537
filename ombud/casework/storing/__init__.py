"""The sealed files of a case: OMBUD_HOME/files, each under a random name and a key of its own."""

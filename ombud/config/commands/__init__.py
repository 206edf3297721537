"""One file a command: ``add`` describes its options, ``run`` does it. Heavy imports wait until ``run``."""

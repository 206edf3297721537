"""The law and the arithmetic: plain Python, without Django, files, network or clock."""

"""The only writes to the key store. Each is one transaction there; who may do it is decided by the room that calls."""

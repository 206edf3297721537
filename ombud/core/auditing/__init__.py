"""Trying to break a release: sees what is printed and the policy, never a true count. Imports nothing of disclosure."""

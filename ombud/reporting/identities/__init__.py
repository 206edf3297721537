"""The check for identities before a report is published: its texts, then the four files as they were written.

What is known of persons comes from the caller, who has the keys: nothing here opens a case, and no problem, message or
log repeats what was found. Only ``Named.shown`` holds the words, for the page of whoever wrote them.
"""

"""Finding, before a report is published, whoever it must not name (R138-R142, confidentiality).

``find_identities`` is the whole of it: passages and what is known from cases in, places out. It opens no case itself,
and nothing it makes shows a name in its ``repr``.
"""

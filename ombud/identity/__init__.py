"""Who logs in: accounts and nothing else. What an account may do stands in offices."""

"""From facts to what tables are made of: the period, earlier ones, published figures, live numbers, caveats."""

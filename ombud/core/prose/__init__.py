"""What a report claims in prose, held against the counts it was made from (R190, R191, R230, R284)."""

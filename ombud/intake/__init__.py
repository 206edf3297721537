"""What came in before anyone judged it: sealed to the office the moment it arrives."""

"""What came in and was sealed the moment it arrived: read, put into a case, or set aside."""

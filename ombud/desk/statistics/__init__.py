"""Pages with numbers: all tables and figures of a period, one table, and the registrations behind each number."""

"""Pages for advisers: register, statistics, report workshop, set-up."""

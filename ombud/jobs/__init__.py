"""Work that takes long: one table, one process (`ombud work`), progress for the pages."""

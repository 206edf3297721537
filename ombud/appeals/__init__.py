"""Decisions of the appeal boards and their remarks: a register of its own (R181, R182)."""

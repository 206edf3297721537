"""The log as people read it: a sentence for each line, searching it, what a citizen is told, the sample check."""

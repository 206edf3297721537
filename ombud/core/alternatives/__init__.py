"""Ways to print a table without giving anybody away, side by side with what each costs."""

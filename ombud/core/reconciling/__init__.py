"""Do the numbers agree? Totals with their parts, and a quantity with itself wherever else it is told (R278-R286)."""

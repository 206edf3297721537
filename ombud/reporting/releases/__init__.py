"""From true statistics to what may be printed: one system with every earlier release, protected, tried, remembered."""

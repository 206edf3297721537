"""Everything an edition tells, as one system of counts: its tables, figures and numbers, and every earlier release."""

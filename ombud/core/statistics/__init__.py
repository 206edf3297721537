"""Facts counted to one cube per kind of fact; tables and figures are margins of a cube."""

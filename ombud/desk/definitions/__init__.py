"""Tables and figures as the municipality wants them."""

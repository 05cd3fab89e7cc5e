"""The programming interface, and what every response of the portal passes on its way out."""

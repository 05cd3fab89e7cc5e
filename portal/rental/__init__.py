"""Private rental: what it costs and when it is charged."""

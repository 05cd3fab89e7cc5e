"""The web application: pages, programming interface, database and rules."""

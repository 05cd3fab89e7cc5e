"""Checks of the access log as the page shows them."""

"""The built portal in a real browser."""

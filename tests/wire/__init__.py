"""The real application over its real protocols, without a browser."""

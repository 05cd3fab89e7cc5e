"""What a fresh machine goes through."""

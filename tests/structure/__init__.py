"""Rules that the tree keeps about itself."""

"""The embedding leg: a small model trained on the handbook itself, or any sentence-transformers model."""

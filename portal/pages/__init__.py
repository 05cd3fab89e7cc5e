"""The pages, one module each: what is on it, in order. Words are in portal/texts, parts in portal/ui."""

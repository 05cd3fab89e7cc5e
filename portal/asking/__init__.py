"""Asking the handbook: the conversation that an address holds, and how its answers are shown."""

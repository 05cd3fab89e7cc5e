"""The handbook: its sections and versions, and finding the right one."""

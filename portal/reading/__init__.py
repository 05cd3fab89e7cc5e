"""Reading the handbook: its sections as views, its list with filters, and what differs between versions."""

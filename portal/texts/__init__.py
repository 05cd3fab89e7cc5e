"""Every Swedish word of the portal's own pages, by page; the handbook's words are in knowledge/handbook."""

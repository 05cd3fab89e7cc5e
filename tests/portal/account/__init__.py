"""A person's own account: contact details, data, erasure, and who read it."""

"""What a signed-in person has of their own: contact details, sessions, data, and who read it."""

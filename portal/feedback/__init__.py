"""What readers say about answers: helpful or not, and why."""

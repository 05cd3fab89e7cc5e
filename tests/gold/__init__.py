"""Questions with the answers expected of them, and a test that they agree with the published handbook."""

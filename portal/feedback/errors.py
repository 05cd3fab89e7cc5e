"""What can be wrong with feedback.

FeedbackError
├── InvalidFeedbackError    a value that no form of ours sends
└── TooMuchFeedbackError    more than the portal stores in an hour; nothing was stored
"""


class FeedbackError(Exception):
    """Feedback was not stored."""


class InvalidFeedbackError(FeedbackError):
    """A value is missing, too long or of the wrong kind."""


class TooMuchFeedbackError(FeedbackError):
    """The limit that all clients share is reached."""

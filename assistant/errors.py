"""What can be wrong with a question before anyone tries to answer it.

QuestionError
├── EmptyQuestionError      nothing left once control and format characters are gone
├── QuestionTooLongError    more than MAX_CHARACTERS characters
└── NotAQuestionError       not text at all (a number, a list …)
"""

MAX_CHARACTERS = 2000


class QuestionError(ValueError):
    """The question cannot be taken in; `str()` is one English line for commands and logs."""


class EmptyQuestionError(QuestionError):
    """The question has no visible character."""

    def __init__(self) -> None:
        super().__init__("the question is empty")


class QuestionTooLongError(QuestionError):
    """The question is longer than the portal takes."""

    def __init__(self, length: int) -> None:
        super().__init__(f"the question has {length} characters; at most {MAX_CHARACTERS} are taken")
        self.length = length


class NotAQuestionError(QuestionError):
    """The question is not a string."""

    def __init__(self) -> None:
        super().__init__("the question must be a text")

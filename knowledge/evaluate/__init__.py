"""Measures search against questions whose sections are known: hits, ranks, refusal, what each part adds."""

from knowledge.evaluate.questions import Question, QuestionsError, read_questions

__all__ = ["Question", "QuestionsError", "read_questions"]

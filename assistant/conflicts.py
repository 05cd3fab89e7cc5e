"""Statements whose sources disagree: when one of them is cited, all of them are, and the answer says so."""

from collections.abc import Iterable

from assistant.citing import Piece, without_repeats


def with_disagreeing(pieces: Iterable[Piece]) -> tuple[list[Piece], list[str]]:
    """The pieces with every conflict made whole, and what the conflicts are about."""
    complete: list[Piece] = []
    about: list[str] = []
    for piece in pieces:
        complete.append(piece)
        for conflict in piece.version.conflicts:
            if piece.statement.anchor not in conflict.anchors:
                continue
            complete += _others(piece, conflict.anchors)
            if conflict.about not in about:
                about.append(conflict.about)
    return without_repeats(complete), about


def settled(pieces: list[Piece]) -> list[Piece]:
    """The pieces that no conflict touches, when there are any: enough where not everything is asked for."""
    clear = [p for p in pieces if all(p.statement.anchor not in one.anchors for one in p.version.conflicts)]
    return clear or pieces


def _others(piece: Piece, anchors: tuple[str, ...]) -> list[Piece]:
    rows = piece.version.statements()
    return [
        Piece(piece.version, field, statement, heading=piece.heading)
        for field, statement in rows
        if statement.anchor in anchors and statement.anchor != piece.statement.anchor
    ]

"""The Markdown body of one section version: typed fields of one-line statements."""

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.fields import FIELDS
from knowledge.links import addresses, section_target
from knowledge.model import Field, Statement
from knowledge.problems import Report

_MARKDOWN = MarkdownIt("commonmark")
_PLAIN = {"text", "link_open", "link_close"}
_FOREIGN = {"ordered_list_open", "blockquote_open", "code_block", "fence", "html_block", "hr"}


@dataclass(slots=True)
class _Building:
    """A field under construction."""

    name: str
    anchor: str
    line: int
    statements: list[Statement] = field(default_factory=list)
    groups: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Reader:
    """Walks the top-level blocks of a body. `offset` is the file line of the body's first line."""

    report: Report
    offset: int
    fields: list[_Building] = field(default_factory=list)
    group: str | None = None
    unknown: bool = False

    def line(self, token: Token) -> int:
        """The file line a block starts on."""
        return self.offset + (token.map[0] if token.map else 0)

    def heading(self, token: Token, text: str) -> None:
        """A `##` field or a `###` group within it."""
        line = self.line(token)
        self.unknown = False
        if token.tag == "h2":
            self.close_group()
            self.group = None
            self.start_field(text, line)
        elif token.tag != "h3":
            self.report.add(line, f'"{text}" must be a "##" field or a "###" group')
        elif not self.fields:
            self.report.add(line, f'the group "{text}" stands before the first field')
        else:
            self.close_group()
            if text in self.fields[-1].groups:
                self.report.add(line, f'the group "{text}" is given twice in this field')
            self.fields[-1].groups[text] = line
            self.group = text

    def start_field(self, text: str, line: int) -> None:
        """Open the field called `text`, or report why it cannot be one."""
        name = text.lower()
        if name not in FIELDS or text != text.capitalize():
            self.report.add(line, f'unknown field heading "{text}"')
            self.unknown = True
            return
        if any(one.name == name for one in self.fields):
            self.report.add(line, f'duplicate heading "{text}": its anchors would be used twice')
        self.fields.append(_Building(name, FIELDS[name], line))

    def close_group(self) -> None:
        """Report the group that ends here if nothing stands in it."""
        if self.group is None or not self.fields:
            return
        current = self.fields[-1]
        if not any(statement.group == self.group for statement in current.statements):
            self.report.add(current.groups[self.group], f'the group "{self.group}" is empty')

    def statement(self, token: Token) -> None:
        """One paragraph or bullet, given as its inline token."""
        line = self.line(token)
        if "\n" in token.content:
            self.report.add(line, "a statement must stand on one line")
        markup = [child.type for child in token.children or [] if child.type not in _PLAIN]
        if any(kind not in ("softbreak", "hardbreak") for kind in markup):
            self.report.add(line, "a statement is plain text: no emphasis, code, images or HTML")
        self.check_links(token, line)
        if self.unknown:
            return
        if not self.fields:
            self.report.add(line, "text before the first field heading")
            return
        current = self.fields[-1]
        anchor = f"{current.anchor}-{len(current.statements) + 1}"
        current.statements.append(Statement(anchor, token.content, self.group, line))

    def check_links(self, token: Token, line: int) -> None:
        """A link is `[text](/handbok/<id>)` or to an https address."""
        hrefs = [str(child.attrs["href"]) for child in token.children or [] if child.type == "link_open"]
        if len(hrefs) != len(addresses(token.content)):
            self.report.add(line, "a link must be written [text](address)")
        for href in hrefs:
            if not href.startswith("https://") and not (href.startswith("/") and section_target(href)):
                self.report.add(line, f'the link "{href}" is neither /handbok/<id> nor https')


def read_body(text: str, offset: int, report: Report) -> tuple[Field, ...]:
    """The fields of a body that starts on file line `offset`; every fault is reported with its line."""
    reader = _Reader(report, offset)
    tokens = _MARKDOWN.parse(text)
    depth_of_list = 0
    for position, token in enumerate(tokens):
        if token.type == "heading_open":
            reader.heading(token, tokens[position + 1].content)
        elif token.type == "inline" and tokens[position - 1].type == "paragraph_open":
            reader.statement(token)
        elif token.type == "bullet_list_open":
            depth_of_list += 1
            if depth_of_list > 1:
                report.add(reader.line(token), "a bullet cannot hold a list of its own")
        elif token.type == "bullet_list_close":
            depth_of_list -= 1
        elif token.type == "list_item_open" and _blocks_inside(tokens, position) != 1:
            report.add(reader.line(token), "a bullet must be one paragraph")
        elif token.type in _FOREIGN:
            report.add(reader.line(token), "only bullets and paragraphs may stand in a field")
    reader.close_group()
    for one in reader.fields:
        if not one.statements:
            report.add(one.line, f'the field "{one.name}" is empty')
    if not reader.fields:
        report.add(offset, "the version has no fields")
    return tuple(Field(one.name, one.anchor, tuple(one.statements)) for one in reader.fields)


def _blocks_inside(tokens: list[Token], position: int) -> int:
    """How many blocks a list item that opens at `position` holds."""
    level = tokens[position].level
    count = 0
    for token in tokens[position + 1 :]:
        if token.level == level:
            break
        if token.level == level + 1 and token.nesting >= 0:
            count += 1
    return count

"""Keywords in a text: seen without colour too."""

from textual.content import Content

from hh_tui.inbox.letters.keywords import Hits, Keywords

STYLES = {"must": "bold $success", "stop": "underline $error"}


def highlighted(content: Content, keywords: Keywords) -> Content:
    """The text with every keyword marked: the ones looked for bold, the others underlined."""
    if not keywords:
        return content
    for span in keywords.spans(content.plain):
        content = content.stylize(STYLES[span.kind], span.start, span.end)
    return content


def count(hits: Hits) -> Content:
    """`+3 −1`; empty without hits."""
    parts = []
    if hits.must:
        parts.append(Content.styled(f"+{hits.must}", "bold $success"))
    if hits.stop:
        parts.append(Content.styled(f"−{hits.stop}", "$error"))
    return Content(" ").join(parts)

"""The quick look over the bytes must see what the close look through the XML sees."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ombud.core.words import PLAIN
from ombud.readers import Limits
from ombud.readers.archive import open_archive
from ombud.readers.xlsx_close_look import CloseLook
from ombud.readers.xlsx_quick_look import scan_sheet
from tests.readers.making import SHEET, xlsx_with_cells

BODIES = st.sampled_from(
    [
        "><v>1</v></c>",
        ' t="s"><v>0</v></c>',
        ' t="inlineStr"><is><t>hej r="ZZ9" t="e" a</t></is></c>',
        ' s="1" t="n"><v>45385</v></c>',
        "><f>A1+1</f><v>2</v></c>",
        "><f>A1+1</f><v></v></c>",
        '><f t="shared" si="0"/></c>',
        ' t="str"><f>""</f><v></v></c>',
        ' t="str"><f>"a"</f><v>a</v></c>',
        ' t="e"><v>#N/A</v></c>',
        ' t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ]
)


@settings(deadline=None)
@given(st.lists(st.lists(BODIES, min_size=1, max_size=6), min_size=1, max_size=5), st.sampled_from(["", "<f>1</f>"]))
def test_both_looks_see_the_same(rows: list[list[str]], stray: str) -> None:
    cells = "".join(
        f'<row r="{number}">'
        + "".join(f'<c r="{chr(65 + column)}{number}"{body}' for column, body in enumerate(row))
        + f"</row>{stray}"
        for number, row in enumerate(rows, start=1)
    )
    archive = open_archive(xlsx_with_cells(cells), words=PLAIN, limits=Limits())
    quick = scan_sheet(archive, SHEET, words=PLAIN, limits=Limits())
    close = CloseLook().scan(archive, SHEET, PLAIN)
    assert quick.marks == close.marks
    assert quick.rows >= close.rows
    assert quick.columns >= close.columns

"""Keys that say nothing, and the references that follow them."""

import pytest

from ombud.reporting.section_keys import neutral_key, with_new_keys

NEW = {"sagen-om-jens": "section-1"}


def test_the_first_free_number_is_taken() -> None:
    assert neutral_key(["preface", "section-1", "section-3"]) == "section-2"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Se {se: afsnit sagen-om-jens}.", "Se {se: afsnit section-1}."),
        ("{See:Sagen-om-Jens}", "{See:section-1}"),
        ("{see: section sagen-om-jens }", "{see: section section-1 }"),
        ("{se: tabel sagen-om-jens}", "{se: tabel sagen-om-jens}"),
        ("{se: sagen-om-jens-2} sagen-om-jens", "{se: sagen-om-jens-2} sagen-om-jens"),
    ],
)
def test_a_reference_follows_its_section(text: str, after: str) -> None:
    assert with_new_keys(text, NEW) == after

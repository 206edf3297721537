from hypothesis import given
from hypothesis import strategies as st

from ombud.writers.xlsx.names import SheetNames


@given(st.lists(st.text(max_size=60), max_size=12))
def test_names_are_allowed_and_unique(titles: list[str]) -> None:
    names = SheetNames()
    given_names = [names.name("Tabel", title) for title in titles]
    assert len({name.casefold() for name in given_names}) == len(titles)
    for name in given_names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_a_long_title_is_cut_at_a_word() -> None:
    assert SheetNames().name("Tabel 2", "Sager fordelt efter emne og afdeling") == "Tabel 2 Sager fordelt efter"

from itertools import pairwise

import pytest

from ombud.writers.html import content_security_policy, style_hash
from tests.writers import reading


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> str:
    return files["html"].decode("utf-8")


def test_it_is_one_danish_page_without_scripts_or_outside_parts(page: str) -> None:
    assert page.startswith('<!doctype html>\n<html lang="da">')
    assert "<script" not in page
    assert " src=" not in page
    assert "url(" not in page
    assert len(page.encode()) < 500_000


def test_no_style_attribute_is_left_for_the_policy_to_refuse(page: str) -> None:
    assert " style=" not in page


def test_headings_never_skip_a_level(files: dict[str, bytes]) -> None:
    headings = reading.html(files["html"]).headings
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


def test_ids_are_unique_and_every_link_inside_leads_somewhere(files: dict[str, bytes]) -> None:
    found = reading.html(files["html"])
    assert len(set(found.ids)) == len(found.ids)
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


def test_figures_have_a_text_and_their_numbers(page: str, files: dict[str, bytes]) -> None:
    assert page.count('<svg role="img" aria-label="') == 6
    captions = [caption for caption, _ in reading.html(files["html"]).tables]
    assert [caption for caption in captions if caption.startswith("Figure")] == captions[:6]


def test_tables_have_scopes_and_scroll_with_the_keyboard(page: str) -> None:
    assert page.count('<th scope="col"') > 20
    assert page.count('<th scope="row"') > 60
    assert page.count('role="region" tabindex="0" aria-label="Table') == 4


def test_the_policy_names_the_only_style(files: dict[str, bytes]) -> None:
    policy = content_security_policy(files["html"])
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert style_hash(files["html"]) in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("html", [b"<html></html>", b"<style>a</style><style>b</style>"])
def test_a_page_without_exactly_one_style_has_no_policy(html: bytes) -> None:
    with pytest.raises(ValueError, match="one style element"):
        style_hash(html)

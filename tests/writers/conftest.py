import pytest

from ombud.core.report.tree import Document
from ombud.core.words import PLAIN
from ombud.writers import WRITERS
from tests.writers.albertslund import document


@pytest.fixture(scope="session")
def report() -> Document:
    return document()


@pytest.fixture(scope="session")
def files(report: Document) -> dict[str, bytes]:
    return {name: write(report, words=PLAIN) for name, write in WRITERS.items()}

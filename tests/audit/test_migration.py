"""An installation of the version before: its lines keep what they say and get their places in the chain."""

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from ombud.audit.guards import open_again
from ombud.audit.queries.verify import verify

BEFORE, AFTER = [("audit", "0001_initial")], [("audit", "0002_chain")]


@pytest.mark.django_db(transaction=True)
def test_the_lines_that_are_there_are_chained() -> None:
    open_again(connection)
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes("audit")
    try:
        old = _migrated(BEFORE).get_model("audit", "Event")
        for number in range(5):
            old.objects.create(
                municipality=("0165", "0183")[number % 2], by="1", action="enquiry.corrected", noun="enquiry",
                label=f"{number}/2024", changes={"counted": [True, False], "received_on": [None, "2024-04-03"]},
            )  # fmt: skip
        lines = list(old.objects.order_by("pk").values_list("pk", "at", "label", "changes"))
    finally:
        new = _migrated(latest).get_model("audit", "Event")
    assert list(new.objects.order_by("pk").values_list("pk", "at", "label", "changes")) == lines
    assert (verify("0165").lines, verify("0183").lines) == (3, 2)
    assert verify("0165").is_whole
    assert verify("0183").is_whole


def _migrated(targets: Any) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps

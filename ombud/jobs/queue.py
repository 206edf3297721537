"""Putting work into the queue."""

from typing import Any

from django_tasks.base import Task


def enqueue(task: "Task[..., Any]", *arguments: Any) -> None:
    """Have a task done soon by the worker. Arguments are plain JSON: primary keys, never rows or persons."""
    task.enqueue(*arguments)

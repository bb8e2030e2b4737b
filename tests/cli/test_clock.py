"""The day on which a command runs."""

from __future__ import annotations


def test_the_day_can_be_set_for_builds_that_repeat(letterbook, empty_workspace, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1706140800")
    letterbook("-C", empty_workspace, "add", "https://example.org/page")
    assert "added: 2024-01-25" in (empty_workspace / "items" / "Page.md").read_text(encoding="utf-8")


def test_a_setting_that_is_no_number_is_told(letterbook, empty_workspace, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    run = letterbook("-C", empty_workspace, "add", "https://example.org/page")
    assert run.code == 2
    assert 'SOURCE_DATE_EPOCH is not a number of seconds: "yesterday".' in run.stderr

"""Measure everything and say it in one table: `python -m benchmarks`."""

from __future__ import annotations

import platform
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import accounts, computed_accounts, copies, drafting, importing, large
from benchmarks.timing import Timing

ROUNDS = 15
IMPORT_ROUNDS = 5
COPY_ROUNDS = 5
LARGE_ROUNDS = 3


def main() -> None:
    """Run all scenes and print a line for each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"Medians of {ROUNDS} interleaved rounds, CPU time, Python {platform.python_version()}.")
        print("warm: in one process, workspace and look opened once, from the edition's file to a .docx;")
        print("      docxtpl gets the same content as fields and opens its template each time.")
        print("cold: the command from the shell; pandoc converts the same Markdown, with its default")
        print("      reference document.\n")
        _compare("edition, warm", drafting.warm(folder, ROUNDS), "at most 0.25")
        _compare("edition, written", drafting.written(folder, ROUNDS), "at most 0.25")
        _compare("edition, cold", drafting.cold(folder, ROUNDS), "at most 2")
        _compare("start", drafting.start(folder, ROUNDS), "at most 5")
        rates = [importing.notes_per_second(folder, run) for run in range(IMPORT_ROUNDS)]
        print(f"{'import':16} {median(rates):6.0f} notes a second, wall clock (wanted: at least 1,000)")
        _copies(folder)
        _accounts(folder)
        _computed_accounts(folder)
        _large(folder)


def _compare(scene: str, timings: dict[str, Timing], wanted: str) -> None:
    own, peer = timings.values()
    print(
        f"{scene:16} {own.ratio_to(peer):6.2f} x {peer.name} (wanted: {wanted}); "
        f"{own.cpu * 1000:.1f} ms against {peer.cpu * 1000:.1f} ms"
    )


def _copies(folder: Path) -> None:
    """A thousand copies of a letter, against a template filled for each and against writing alone."""
    timings = copies.copy_letters(folder, COPY_ROUNDS)
    own, writing, peer = timings["letterbook"], timings["writing"], timings["docxtpl"]
    print(
        f"{'copies':16} {peer.ratio_to(own):6.0f} x as fast as {peer.name} (wanted: at least 50); "
        f"{own.cpu:.2f} s for {copies.COPIES} letters against {peer.cpu:.1f} s"
    )
    print(
        f"{'copies, writing':16} {own.ratio_to(writing):6.2f} x writing the finished bytes in CPU, "
        f"{own.wall / writing.wall:.2f} x in wall clock (wanted: at most 3)"
    )


def _accounts(folder: Path) -> None:
    """A thousand investors with accounts and passages of their own, against a template filled for each."""
    timings, usage = accounts.account_letters(folder, COPY_ROUNDS)
    own, peer = timings["letterbook"], timings["docxtpl"]
    each, of_peer = (1000 * timing.cpu / accounts.INVESTORS for timing in (own, peer))
    print(
        f"{'accounts':16} {peer.ratio_to(own):6.0f} x as fast as {peer.name} (wanted: at least 40); "
        f"{each:.2f} ms a copy of {accounts.INVESTORS:,}, against {of_peer:.1f} ms; "
        f"the command takes {usage.peak:.0f} MiB"
    )


def _computed_accounts(folder: Path) -> None:
    """The same with accounts that are computed, each from forty cash flows."""
    usage = computed_accounts.computed_accounts(folder, COPY_ROUNDS)
    print(
        f"{'accounts, data':16} {usage.cpu:6.1f} s for {computed_accounts.INVESTORS:,} accounts from "
        f"{computed_accounts.INVESTORS * computed_accounts.FLOWS:,} cash flows (wanted: at most 6); "
        f"the command takes {usage.peak:.0f} MiB"
    )


def _large(folder: Path) -> None:
    """An edition of 10,000 items against pandoc, and against one of 1,000 items."""
    thousand, _ = large.draft_large(folder, 1_000, LARGE_ROUNDS).values()
    own, peer = large.draft_large(folder, 10_000, LARGE_ROUNDS).values()
    print(f"\nAn edition of 10,000 items, {LARGE_ROUNDS} rounds, each command in a process of its own.")
    print(
        f"{'large, CPU':16} {own.cpu / peer.cpu:6.2f} x {peer.name} (wanted: at most 0.35); "
        f"{own.cpu:.1f} s against {peer.cpu:.1f} s"
    )
    print(
        f"{'large, memory':16} {own.peak / peer.peak:6.2f} x {peer.name} (wanted: at most 0.3); "
        f"{own.peak:.0f} MiB against {peer.peak:.0f} MiB"
    )
    print(
        f"{'large, growth':16} {own.cpu / thousand.cpu:6.2f} x 1,000 items (wanted: at most 11); "
        f"{thousand.cpu:.1f} s for those"
    )


if __name__ == "__main__":
    main()

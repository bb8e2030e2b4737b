"""Interleaved timing: every contender runs once a round, so that a busy machine slows all alike."""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_LAUNCHER = Path(__file__).with_name("launcher.py")


@dataclass(frozen=True, slots=True)
class Timing:
    """Median CPU and wall seconds of one contender over all rounds."""

    name: str
    cpu: float
    wall: float

    def ratio_to(self, other: Timing) -> float:
        """How many times the CPU time of `other` this one takes."""
        return self.cpu / other.cpu

    def times(self, factor: float) -> Timing:
        """The time of `factor` times as much work, as far as it grows in step with it."""
        return Timing(self.name, self.cpu * factor, self.wall * factor)


def interleave(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Timing]:
    """Run every contender once a round, `rounds` times, and return the medians by name."""
    samples: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    for contender in contenders.values():
        contender()  # the first run warms caches and is not counted
    for _ in range(rounds):
        for name, contender in contenders.items():
            samples[name].append(_measure(contender))
    return {
        name: Timing(name, median(cpu for cpu, _ in times), median(wall for _, wall in times))
        for name, times in samples.items()
    }


def command(arguments: Sequence[str], folder: str) -> Callable[[], None]:
    """A contender that runs a program and fails when the program does."""

    def run() -> None:
        subprocess.run(arguments, cwd=folder, check=True, capture_output=True)

    return run


@dataclass(frozen=True, slots=True)
class Usage:
    """Median CPU seconds and peak memory, in MiB, of one command over all rounds."""

    name: str
    cpu: float
    peak: float


def interleave_commands(
    commands: Mapping[str, Sequence[str]], folder: Path, rounds: int, *, first: Sequence[str]
) -> dict[str, Usage]:
    """Run every command once a round, in a process of its own; `first` runs before and is not counted."""
    subprocess.run(first, cwd=folder, check=True, capture_output=True)
    samples: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, arguments in commands.items():
            samples[name].append(_usage_of(arguments, folder))
    return {
        name: Usage(name, median(cpu for cpu, _ in used), median(peak for _, peak in used))
        for name, used in samples.items()
    }


def _usage_of(arguments: Sequence[str], folder: Path) -> tuple[float, float]:
    """CPU seconds and peak MiB of one run; Linux counts the peak in KiB."""
    launcher = (sys.executable, "-I", "-S", str(_LAUNCHER))
    run = subprocess.run((*launcher, *arguments), cwd=folder, check=True, capture_output=True, text=True)
    cpu, peak = map(float, run.stdout.split()[-2:])
    return cpu, peak / 1024


def _measure(contender: Callable[[], object]) -> tuple[float, float]:
    gc.collect()
    cpu, wall = _cpu_seconds(), time.perf_counter()
    contender()
    return _cpu_seconds() - cpu, time.perf_counter() - wall


def _cpu_seconds() -> float:
    """CPU seconds of this process and of the programs it has waited for."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime

"""Runs a program from start to end and tells what it took."""

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, replace

LAUNCH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "launch.py")


@dataclass(frozen=True)
class Run:
    """What one process took, from its start to its end."""

    seconds: float
    processor: float  # user and system seconds, of all its threads
    peak: int  # bytes of memory in use at most
    status: int
    output: bytes
    errors: bytes

    @property
    def figures(self):
        """The run without what it printed."""
        return replace(self, output=b"", errors=b"")


def run(command, scratch, feeder=None):
    """Runs a command in a scratch folder, if asked with the output of another as its input.

    What it prints goes to files there, so that reading it slows nothing down. What the feeder
    takes is not counted.
    """
    asked = json.dumps({"command": command, "scratch": scratch, "feeder": feeder})
    found = subprocess.run([sys.executable, "-I", "-S", LAUNCH, asked], check=True,
                           stdout=subprocess.PIPE)
    texts = {}
    for name in ("output", "errors"):
        with open(os.path.join(scratch, name), "rb") as file:
            texts[name] = file.read()
    return Run(**json.loads(found.stdout), **texts)


class Runs(list):
    """Repeated runs of one command, and their medians."""

    @property
    def seconds(self):
        return statistics.median(run.seconds for run in self)

    @property
    def processor(self):
        return statistics.median(run.processor for run in self)

    @property
    def peak(self):
        return statistics.median(run.peak for run in self)


def paired(first, second, repetitions):
    """Runs two things in turn, so that what disturbs the machine disturbs both; gives both runs."""
    runs = Runs(), Runs()
    for _ in range(repetitions):
        runs[0].append(first().figures)
        runs[1].append(second().figures)
    return runs


def ratio(over, under, figure="seconds"):
    """Gives the median of the ratios of runs that were made in turn."""
    return statistics.median(
        getattr(a, figure) / max(getattr(b, figure), 1e-9) for a, b in zip(over, under))

"""Runs a program from start to end and tells what it took."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """What one process took, from its start to its end."""

    seconds: float
    processor: float  # user and system seconds, of all its threads
    peak: int  # bytes of memory in use at most
    status: int
    output: bytes
    errors: bytes


def run(command, scratch, feeder=None):
    """Runs a command in a scratch folder, if asked with the output of another as its input.

    Both outputs go to files there, so that reading them slows nothing down. What the feeder takes is
    not counted. On Linux a process inherits the peak of the one that starts it: this one stays
    small and leaves work on large files to others.
    """
    paths = [os.path.join(scratch, name) for name in ("output", "errors")]
    with open(paths[0], "wb") as output, open(paths[1], "wb") as errors:
        start = time.perf_counter()
        source = subprocess.Popen(feeder, stdout=subprocess.PIPE) if feeder else None
        process = subprocess.Popen(
            command, stdin=source.stdout if source else subprocess.DEVNULL, stdout=output,
            stderr=errors, cwd=scratch)
        if source:
            source.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if source and source.wait() != 0 and process.returncode == 0:
            raise RuntimeError(f"{feeder[0]} ended with status {source.returncode}")
    texts = []
    for path in paths:
        with open(path, "rb") as file:
            texts.append(file.read())
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit,
               process.returncode, *texts)


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
    """Runs two things in turn, so that what disturbs the machine disturbs both.

    Returns the runs of both.
    """
    runs = Runs(), Runs()
    for _ in range(repetitions):
        runs[0].append(first())
        runs[1].append(second())
    return runs


def ratio(over, under, figure="seconds"):
    """Gives the median of the ratios of runs that were made in turn."""
    return statistics.median(
        getattr(a, figure) / max(getattr(b, figure), 1e-9) for a, b in zip(over, under))

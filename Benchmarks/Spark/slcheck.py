"""The program slcheck, and what it is asked for."""
from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from typing import Iterable

USAGE, DATA, NO_INPUT = 64, 65, 66

# Options that say how one run shows itself, or that mean something else in a roll-up.
OWN = {"by", "color", "format", "max-rejects", "output", "progress", "quiet", "threads", "verbose"}
# Options that prove or list what lies in the files themselves, which no report of sums can.
ONE_MACHINE = {"digest", "evidence", "rejects", "rejects-raw"}


class Refusal(Exception):
    """Why there is no report, and the status to end with."""

    def __init__(self, status: int, message: str):
        super().__init__(message)
        self.status, self.message = status, message


@dataclass
class Request:
    """What slcheck is asked for: its options in the order typed, and the files."""
    program: str
    options: list[tuple[str, str | None]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def value(self, name: str) -> str | None:
        """The last value of an option; None where it was not given."""
        return next((value for key, value in reversed(self.options) if key == name), None)

    def words(self, names: Iterable[str]) -> list[str]:
        """The options of these names, as they are typed."""
        return [word for key, value in self.options if key in names
                for word in (f"--{key}", value) if word is not None]

    def run(self, command: str, names: Iterable[str], *words: str) -> bytes:
        """Runs a command of slcheck that has to succeed, and gives its output."""
        done = subprocess.run([self.program, command, *self.words(names), *words],
                              capture_output=True)
        if done.returncode > 2:
            raise Refusal(done.returncode, done.stderr.decode(errors="replace").strip())
        return done.stdout


def options_of(program: str, command: str) -> dict[str, tuple[str | None, bool]]:
    """Reads from its help which options a command has: short name, and whether it takes a value."""
    text = subprocess.run([program, "help", command], capture_output=True, text=True).stdout
    found = re.findall(r"^ +(?:-(\w), )?--([a-z-]+)(?: (\S+))?(?:  |$)", text, re.MULTILINE)
    return {name: (short or None, bool(value)) for short, name, value in found}


def read_request(program: str, words: list[str]) -> Request:
    """Tells options from files, as `slcheck report` does."""
    known = options_of(program, "report")
    names = {f"--{name}": name for name in known}
    names |= {f"-{short}": name for name, (short, _) in known.items() if short}
    request, rest = Request(program), iter(words)
    for word in rest:
        option, sign, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if word == "--":
            request.files += rest
        elif not word.startswith("-"):
            request.files.append(word)
        elif option not in names:
            raise Refusal(USAGE, f"unknown option or input {word}")
        elif not known[names[option]][1]:
            request.options.append((names[option], None))
        else:
            request.options.append((names[option], value if sign else next(rest, "")))
    if not request.files:
        raise Refusal(USAGE, "name the files to report on")
    if request.value("config") is None and os.path.exists("slcheck.json"):
        request.options.append(("config", "slcheck.json"))
    for name, _ in request.options:
        if name in ONE_MACHINE:
            raise Refusal(USAGE, f"--{name} is for runs on one machine, which read the files whole")
    return request

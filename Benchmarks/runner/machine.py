"""Says on what it was measured."""

import os
import platform
import subprocess


def _first(path, key):
    try:
        with open(path, encoding="utf-8") as file:
            for line in file:
                name, _, value = line.partition(":")
                if name.strip() == key:
                    return value.strip()
    except OSError:
        pass
    return None


def _said(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def describe():
    """Gives processor, cores, memory and system, as far as the system tells."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    model = _first("/proc/cpuinfo", "model name")
    model = model or _said("sysctl", "-n", "machdep.cpu.brand_string")
    details = [_first("/proc/cpuinfo", key) for key in ("cpu family", "model", "cpu MHz")]
    if all(details):
        model = f"{model}, family {details[0]}, model {details[1]}, {float(details[2]):.0f} MHz"
    return {
        "processor": model or platform.processor() or "unknown",
        "cores": os.cpu_count(),
        "memoryGB": round(memory / 1e9, 1),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "load": round(os.getloadavg()[0], 2),
    }


def versions(tool, peers):
    """Gives the versions of all programs."""
    swift = (_said("swift", "--version") or "unknown").splitlines()[0]
    commit = _said("git", "-C", os.path.dirname(os.path.abspath(__file__)), "describe", "--always",
                   "--dirty") or "unknown"
    return {"slcheck": tool.version, "commit": commit, "swift": swift,
            "python": platform.python_version()} | peers.versions

"""Starts one process, waits for its end, and prints what it took: launch.py JSON.

A process of its own for each, because on Linux a new process inherits the peak memory of the one
that starts it: this one is small, whatever the runner has read.
"""

import json
import os
import subprocess
import sys
import time

asked = json.loads(sys.argv[1])
scratch, feeder = asked["scratch"], asked["feeder"]
output, errors = (open(os.path.join(scratch, name), "wb") for name in ("output", "errors"))
start = time.perf_counter()
source = subprocess.Popen(feeder, stdout=subprocess.PIPE) if feeder else None
process = subprocess.Popen(
    asked["command"], stdin=source.stdout if source else subprocess.DEVNULL, stdout=output,
    stderr=errors, cwd=scratch)
if source:
    source.stdout.close()
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - start
status = os.waitstatus_to_exitcode(status)
if source and source.wait() != 0 and status == 0:
    sys.exit(f"{feeder[0]} ended with status {source.returncode}")
json.dump({
    "seconds": seconds, "processor": usage.ru_utime + usage.ru_stime, "status": status,
    "peak": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
}, sys.stdout)

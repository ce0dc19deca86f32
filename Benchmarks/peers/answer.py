"""What all peers share: the columns of the inputs, the objective, and how an answer is printed."""

import json
import sys

TEXT_COLUMNS = ["interval_start", "site", "queue", "channel"]
COUNT_COLUMNS = [
    "offered", "answered", "abandoned", "answered_within", "abandoned_within", "short_abandoned",
    "talk_seconds", "hold_seconds", "wrap_seconds", "wait_seconds", "abandon_wait_seconds",
]
INTERVAL_COLUMNS = TEXT_COLUMNS + COUNT_COLUMNS

CONTACT_COUNT_COLUMNS = ["wait_seconds", "talk_seconds", "hold_seconds", "wrap_seconds"]

# 80 % within 20 s; the counts of the file are to the threshold already.
PERCENT = 80
# A further contact within so many seconds fails an issue; so many days are wash-in.
WINDOW_DAYS = 7
WINDOW_SECONDS = WINDOW_DAYS * 86_400

# The exit status of slcheck for data that contradict themselves.
REFUSED = 65

THREADS = 2


def arguments(forms):
    """Gives the form and the file that the command line names, such as `intervals FILE`."""
    if len(sys.argv) != 3 or sys.argv[1] not in forms:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(forms)} FILE")
    return sys.argv[1], sys.argv[2]


def contact_text_columns(path):
    """Gives the columns of contacts that are text, some files having identifiers in front."""
    with open(path, encoding="utf-8") as file:
        header = file.readline().rstrip().split(",")
    return [name for name in header if name not in CONTACT_COUNT_COLUMNS]


def print_intervals(rows):
    """Prints attainment by queue.

    A row is the queue, its contacts answered in time and offered, the intervals met and
    counted, days and months likewise, and whether different rows claim one interval.
    """
    answer = {}
    for queue, within, offered, *attained, conflict in rows:
        if conflict:
            print("different rows for one queue and interval", file=sys.stderr)
            sys.exit(REFUSED)
        intervals_met, intervals, days_met, days, months_met, months = map(int, attained)
        answer[str(queue)] = {
            "within": int(within), "offered": int(offered),
            "intervals": [intervals_met, intervals], "days": [days_met, days],
            "months": [months_met, months],
        }
    json.dump(answer, sys.stdout, sort_keys=True)


def print_contacts(rows):
    """Prints first contact resolution by month.

    A row is the month (2025-03), and the issues resolved, decided, pending and in wash-in.
    """
    answer = {}
    for month, resolved, decided, pending, wash_in in rows:
        counts = [int(n) for n in (resolved, decided, pending, wash_in)]
        if any(counts):
            answer[str(month)[:7]] = dict(zip(["resolved", "decided", "pending", "washIn"], counts))
    json.dump(answer, sys.stdout, sort_keys=True)

"""Writes another form of a file, as a process of its own: derive.py FORM FROM TO.

All forms of the intervals but `conflict` say the same as the file they come from.
"""

import os
import sys


def quoted(number, line):
    """Every key field in quotes."""
    fields = line.split(b",", 4)
    return b'"' + b'","'.join(fields[:4]) + b'",' + fields[4]


def crlf(number, line):
    """Lines that end as on another system."""
    return line[:-1] + b"\r\n"


def tenth(number, line):
    """A tenth of the rows with a number that is padded, or has a fraction of zero."""
    if number % 10:
        return line
    fields = line.split(b",")
    if number % 20:
        fields[4] = b" " + fields[4] + b" "
    else:
        fields[4] += b".0"
    return b",".join(fields)


def rewritten(change):
    def write(source, target):
        target.write(next(source))
        target.writelines(change(number, line) for number, line in enumerate(source))
    return write


def tiny(source, target):
    """The header, and rows of the tenth hour while they fit into one kilobyte."""
    size = target.write(next(source))
    for line in source:
        if b"T10:" in line[:16]:
            size += len(line)
            if size > 1024:
                return
            target.write(line)


def repeats(source, target):
    """Every tenth row again, far from its first place."""
    again = []
    for number, line in enumerate(source):
        target.write(line)
        if number % 10 == 1:
            again.append(line)
    target.writelines(again)


def conflict(source, target):
    """One row again with one more contact offered, answered and answered in time."""
    last = b""
    for line in source:
        target.write(line)
        last = line
    fields = last.split(b",")
    for place in (4, 5, 7):
        fields[place] = b"%d" % (int(fields[place]) + 1)
    target.write(b",".join(fields))


def known(source, target):
    """The number of answered contacts of known customers."""
    header = next(source).rstrip().split(b",")
    customer, outcome = header.index(b"customer_id"), header.index(b"outcome")
    count = 0
    for line in source:
        fields = line.split(b",", outcome + 1)
        count += fields[outcome] == b"answered" and fields[customer] != b""
    target.write(b"%d\n" % count)


FORMS = {
    "quoted": rewritten(quoted), "crlf": rewritten(crlf), "tenth": rewritten(tenth),
    "tiny": tiny, "repeats": repeats, "conflict": conflict, "known": known,
}

if __name__ == "__main__":
    form, origin, result = sys.argv[1:]
    with open(origin, "rb", 1 << 20) as source, open(result + ".part", "wb", 1 << 20) as target:
        FORMS[form](source, target)
    os.replace(result + ".part", result)

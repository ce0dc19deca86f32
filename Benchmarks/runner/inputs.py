"""Makes the inputs, each once: what is there already is taken as it is."""

import os
import subprocess
import sys

START = "2025-01-01"
INTERVALS_OF_A_DAY = 96
DAYS = 365


class Inputs:
    """Files of a generated center in a folder, named by their size."""

    def __init__(self, folder, generator, say):
        os.makedirs(folder, exist_ok=True)
        self.folder, self.generator, self.say = folder, generator, say

    # Every queue has one row for each quarter hour of the year, and each is a key's interval.
    rows_of_queue = DAYS * INTERVALS_OF_A_DAY

    def interval_command(self, queues, months=12):
        """Gives the command that writes interval records by the quarter hour."""
        # With this name for the site, 200 queues make a file of 491 MB.
        return [self.generator, "--queues", str(queues), "--months", str(months), "--minutes",
                "15", "--start", START, "--site", "Brookfield"]

    def contact_command(self, contacts, customers, numbered=False):
        """Gives the command that writes contacts."""
        return [self.generator, "--contacts", str(contacts), "--customers", str(customers),
                "--start", START] + ["--contact-ids"] * numbered

    def intervals(self, queues, months=12):
        """Gives a file of interval records."""
        return self._made(f"intervals-{queues}-queues-{months}-months.csv",
                          self.interval_command(queues, months))

    def contacts(self, contacts, customers, numbered=False):
        """Gives a file of contacts."""
        name = f"contacts-{contacts}-of-{customers}{'-numbered' if numbered else ''}.csv"
        return self._made(name, self.contact_command(contacts, customers, numbered))

    @staticmethod
    def size(path):
        """Gives the bytes of a file."""
        return os.path.getsize(path)

    def derived(self, form, path):
        """Gives another form of a file; `derive.py` has the forms."""
        result = path.removesuffix(".csv") + f"-{form}.csv"
        if not os.path.exists(result):
            self.say(f"making {os.path.basename(result)}")
            script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "derive.py")
            subprocess.run([sys.executable, script, form, path, result], check=True)
        return result

    def _made(self, name, command):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            self.say(f"making {name}")
            with open(path + ".part", "wb") as file:
                subprocess.run(command, stdout=file, check=True)
            os.replace(path + ".part", path)
        return path

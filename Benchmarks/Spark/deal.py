"""Deals the lines of files out to tasks, so that what slcheck compares meets in one of them.

Spark cuts lines into fields for their keys alone. A key is only ever coarser than what slcheck
compares: a task with too many rows is slow, and rows apart that belong together would be wrong."""
from __future__ import annotations

import itertools
from dataclasses import dataclass

from pyspark.sql import Column, DataFrame, SparkSession, functions as F

from sources import Source, time_column

ABSENT = ["", "-", "--", "n/a", "null", "nan", "unknown"]


@dataclass
class Keys:
    """What may tell the rows of one task from those of another, for all files alike."""
    names: set[str]
    has_days: bool
    zone: str | None

    @classmethod
    def of(cls, sources: list[Source], effective: dict, profiles: dict[str, dict]) -> Keys:
        """Leaves out what slcheck makes of several columns, or of an export's own words."""
        def words(source: Source) -> set[str]:
            known = profiles.get(source.profile, {"values": {}})
            return {*effective["values"], *known["values"]}
        names = ["site", "queue", "channel", "customer_id", "contact_id"]
        has_days = not effective["formats"] and not effective["dateOrder"]
        return cls(
            {name for name in names if all(
                len(s.columns.get(name, [])) <= 1 and name not in words(s) for s in sources)},
            has_days and all(source.has_days for source in sources), effective["timeZone"])

    def cell(self, name: str, fields: Column, source: Source) -> Column:
        """A field of a row; empty where the file has none, or it tells nothing."""
        if name not in self.names or name not in source.columns:
            return F.lit("")
        return F.coalesce(fields[f"c{source.columns[name][0]}"], F.lit(""))

    def of_row(self, stage: str, fields: Column, line: Column, source: Source) -> Column:
        """The key of a row in one of the three stages."""
        customer = self.cell("customer_id", fields, source)
        contact = self.cell("contact_id", fields, source)
        by_contact = F.when(~is_absent(contact), F.concat(F.lit("contact "), name_of(contact)))
        alone = by_contact.otherwise(F.xxhash64(line).cast("string"))
        if stage == "contacts":
            return alone if "contact_id" in self.names else F.lit("")
        if stage == "customers":
            if not {"customer_id", "contact_id"} <= self.names:
                return F.lit("")
            return F.when(
                ~is_absent(customer), F.concat(F.lit("customer "), name_of(customer))
            ).otherwise(alone)
        parts = [name_of(self.cell(name, fields, source)) for name in ("site", "queue", "channel")]
        if self.has_days:
            stamp = F.coalesce(fields[f"c{source.columns[time_column(source.columns)][0]}"],
                               F.lit(""))
            parts.append(day_of(trimmed(stamp), self.zone))
        return F.concat_ws("\x1f", *parts)


def trimmed(cell: Column) -> Column:
    """A field without padding."""
    return F.regexp_replace(cell, r"^[\s\u00a0]+|[\s\u00a0]+$", "")


def is_absent(cell: Column) -> Column:
    """Whether a field says that there is no value."""
    return F.lower(trimmed(cell)).isin(ABSENT)


def name_of(cell: Column) -> Column:
    """A name without what slcheck may not see in it: padding, encoding, names behind the first."""
    first = F.regexp_replace(cell, r"(?s)[;,|].*$", "")
    plain = F.regexp_replace(first, r"[^\x21-\x7e]+", "?")
    plain = F.regexp_replace(plain, r"^\?+|\?+$", "")
    return F.when(F.lower(plain).isin(ABSENT), F.lit("")).otherwise(plain)


def day_of(stamp: Column, zone: str | None) -> Column:
    """The day or the month of an ISO stamp, on the clock of the zone where there is one."""
    day = F.regexp_extract(stamp, r"^(\d{4}-\d\d(-\d\d)?)(?=[Tt ]|$)", 1)
    if zone is None:
        return day
    clock = F.regexp_extract(stamp, r"^\S{10}[Tt ](\d\d:\d\d)", 1)
    offset = F.regexp_extract(stamp, r"[Tt ]\d\d:\d\d[\d:.,]* ?([Zz]|[+-]\d\d:?\d{0,2})$", 1)
    digits = F.rpad(F.regexp_replace(offset, r"\D", ""), 4, "0")
    minutes = F.when(offset.startswith("-"), -1).otherwise(1) * (
        digits.substr(1, 2).cast("int") * 60 + digits.substr(3, 2).cast("int"))
    wall = F.concat_ws(" ", day, F.when(clock == "", "00:00").otherwise(clock)).cast("timestamp")
    instant = F.when(offset == "", F.to_utc_timestamp(wall, zone)).otherwise(
        F.timestamp_seconds(wall.cast("long") - minutes * 60))
    local = F.date_format(F.from_utc_timestamp(instant, zone), "yyyy-MM-dd")
    return F.when(F.length(day) == 10, F.coalesce(local, day)).otherwise(day)


def dealt(spark: SparkSession, stage: str, sources: list[Source], keys: Keys,
          tasks: int) -> DataFrame:
    """The lines of files, in tasks by their keys and in the order of the files within a task."""
    def alike(source: Source) -> tuple:
        return (source.occurrence, source.delimiter, source.line_end,
                sorted((name, at) for name, at in source.columns.items()))
    groups = itertools.groupby(sorted(sources, key=alike), key=alike)
    frames = [lines(spark, stage, list(group), keys) for _, group in groups]
    together = frames[0]
    for frame in frames[1:]:
        together = together.unionAll(frame)
    return (together.repartition(tasks, "key").sortWithinPartitions("file", "start", "id")
            .select("file", "is_margin", "line"))


def lines(spark: SparkSession, stage: str, sources: list[Source], keys: Keys) -> DataFrame:
    """The lines of files that are alike, each with its place and the key of its task."""
    first = sources[0]
    width = max(at for places in first.columns.values() for at in places) + 1
    schema = ", ".join(f"c{at} STRING" for at in range(width))
    text = spark.read.text([source.path for source in sources], lineSep=first.line_end.decode())
    fields = F.from_csv("value", schema, {"sep": first.delimiter, "quote": '"', "escape": '"'})
    index = F.create_map(*(F.lit(item) for source in sources
                           for item in (source.uri, source.index)))
    margins = frozenset().union(*(source.margins for source in sources))
    path = F.regexp_replace("path", "^file:/+", "file:/")
    return (
        text.select("value", F.col("_metadata.file_path").alias("path"),
                    F.col("_metadata.file_block_start").alias("start"),
                    F.monotonically_increasing_id().alias("id"))
        .select(index[path].alias("file"), "start", "id", "value", fields.alias("fields"),
                F.col("value").cast("binary").alias("line"))
        .withColumn("is_margin", F.col("line").isin([F.lit(line) for line in margins]))
        .select("file", "start", "id", "is_margin", "line", F.when(
            F.col("is_margin"), F.concat(F.lit("margins of file "), F.col("file"))
        ).otherwise(keys.of_row(stage, F.col("fields"), F.col("line"), first)).alias("key")))

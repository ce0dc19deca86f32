"""ClickHouse in this process: the file read by its own table function, with types given."""

import json

import chdb

import answer

FORM, PATH = answer.arguments(["intervals", "contacts"])


def source(texts, counts, stamps):
    types = {name: "String" for name in texts} | {name: "UInt32" for name in counts} | stamps
    columns = ", ".join(f"{name} {kind}" for name, kind in types.items())
    quoted = PATH.replace("\\", "\\\\").replace("'", "\\'")
    return f"file('{quoted}', 'CSVWithNames', '{columns}')"


def met(within, offered):
    return f"countIf({offered} > 0 and 100 * {within} >= {answer.PERCENT} * {offered})"


def intervals():
    # A stamp of 16 bytes is compared faster than it is read as a time.
    rows = source(answer.TEXT_COLUMNS, answer.COUNT_COLUMNS, {"interval_start": "FixedString(16)"})
    return f"""
      with single as (
        select queue, interval_start, min(offered) as o, min(answered_within) as w,
               max(offered) != o or max(answered_within) != w as conflict
        from {rows} group by queue, interval_start),
      daily as (
        select queue, left(interval_start, 10) as day, sum(o) as day_o, sum(w) as day_w,
               {met('w', 'o')} as intervals_met, countIf(o > 0) as intervals,
               max(conflict) as day_conflict
        from single group by queue, day),
      monthly as (
        select queue, left(day, 7) as month, sum(day_o) as month_o, sum(day_w) as month_w,
               sum(intervals_met) as all_met, sum(intervals) as all_intervals,
               {met('day_w', 'day_o')} as days_met, countIf(day_o > 0) as days,
               max(day_conflict) as month_conflict
        from daily group by queue, month)
      select queue, sum(month_w), sum(month_o), sum(all_met), sum(all_intervals), sum(days_met),
             sum(days), {met('month_w', 'month_o')}, countIf(month_o > 0), max(month_conflict)
      from monthly group by queue"""


def contacts():
    rows = source(answer.contact_text_columns(PATH), answer.CONTACT_COUNT_COLUMNS,
                  {"started_at": "DateTime"})
    frame = ("(partition by customer_id order by moment "
             "rows between unbounded preceding and unbounded following)")
    window = answer.WINDOW_SECONDS
    return f"""
      with neighbors as (
        select moment, lagInFrame(moment) over {frame} as before,
               leadInFrame(moment) over {frame} as after,
               min(moment) over () as first, max(moment) over () as last
        from (select customer_id, toUnixTimestamp(started_at) as moment
              from {rows} where outcome = 'answered' and customer_id != '')),
      issues as (
        select moment, moment >= intDiv(first, 86400) * 86400 + {window} as settled,
               after != 0 and after - moment <= {window} as failed,
               moment + {window} < (intDiv(last, 86400) + 1) * 86400 as passed
        from neighbors where before = 0 or moment - before > {window})
      select toString(toStartOfMonth(toDateTime(moment))) as month,
             countIf(settled and not failed and passed),
             countIf(settled and (failed or passed)),
             countIf(settled and not failed and not passed), countIf(not settled)
      from issues group by month"""


query = contacts() if FORM == "contacts" else intervals()
settings = (f" settings max_threads = {answer.THREADS}, date_time_input_format = 'best_effort', "
            "session_timezone = 'UTC'")
data = json.loads(chdb.query(query + settings, "JSONCompact").bytes())["data"]
if FORM == "contacts":
    answer.print_contacts(data)
else:
    answer.print_intervals(data)

"""Numbers of a spreadsheet as they are shown: dates, shares, sums of money."""

from __future__ import annotations

import datetime
import re

from qa.text import spelled

_EPOCH = datetime.datetime(1899, 12, 30)
_EPOCH_1904 = datetime.datetime(1904, 1, 1)
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_BRACKETS = re.compile(r"\[(?:\$([^\]\-]*))?[^\]]*\]")
_DECIMALS = re.compile(r"[0#]\.(0+)")
_MONEY = re.compile(r"[€$£¥]")
_LATEST = 2_958_466  # the day after 31 December 9999
# Number formats that files name without writing them.
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 22), "d/m/y"),
    **dict.fromkeys((16, 17), "m/y"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm"),
    **dict.fromkeys((37, 38), "#,##0"),
    **dict.fromkeys((39, 40), "#,##0.00"),
}


def shown(written: str, code: str, since_1904: bool = False) -> str:
    """'45355' under 'yyyy-mm-dd' -> '4 March 2024', '0.04' under '0%' -> '4%'.

    Args:
        code: the number format; empty is the one that shows a number as it is.
        since_1904: whether days count from 1904, as in old files of the Macintosh.
    """
    try:
        value = float(written)
    except ValueError:
        return written
    signs = _LITERAL.sub("", _BRACKETS.sub("", code.split(";")[0])).lower()
    if re.search(r"[ydhs]", signs) and 0 <= value < _LATEST:
        return _moment(value, signs, since_1904)
    return _number(value, code.split(";")[0], signs)


def _moment(value: float, signs: str, since_1904: bool) -> str:
    start = _EPOCH_1904 if since_1904 else _EPOCH
    moment = start + datetime.timedelta(seconds=round(value * 86_400))
    day = spelled(moment.date().isoformat()) if re.search("[yd]", signs) else ""
    hour = f"{moment:%H:%M}" if re.search("[hs]", signs) else ""
    return " ".join(filter(None, (day, hour)))


def _number(value: float, code: str, signs: str) -> str:
    if "%" in signs:
        return f"{_plain(value * 100, signs)}%"
    number, money = _plain(value, signs), _money(code)
    if not money:
        return number
    before = code.find(money) < min(filter(lambda at: at >= 0, map(code.find, "0#")), default=0)
    return f"{money}{number}" if before else f"{number} {money}"


def _plain(value: float, signs: str) -> str:
    places = _DECIMALS.search(signs)
    if places:
        return f"{value:,.{len(places[1])}f}" if "," in signs else f"{value:.{len(places[1])}f}"
    if re.search("[0#]", signs) and abs(value) < 1e15:
        return f"{value:,.0f}" if "," in signs else f"{value:.0f}"
    return f"{value:.15g}"


def _money(code: str) -> str:
    named = _BRACKETS.search(code)
    symbol = _MONEY.search(code)
    return (named[1] if named and named[1] else "") or (symbol[0] if symbol else "")

"""Date and time as containers write them → ISO, as far as the form tells; other forms are left as they are."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z?))?$")
_NUMBER = re.compile(r"-?\d{9,16}(?:\.\d{1,9})?$")
# 1990 in seconds; larger numbers are taken for seconds up to the year 5138, beyond for thousandths and millionths.
_EARLIEST = 631_152_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def as_iso(value: str) -> str:
    """ISO date or date-time: of GDELT's digits, of a letter's date, of seconds since 1970; anything else as it is."""
    value = value.strip()
    if found := _COMPACT.match(value):
        year, month, day, hour, minute, second, zone = found.groups()
        iso = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second}{zone}" if hour else "")
        return iso if _is_iso(iso) else value
    if _NUMBER.match(value):
        return _of_seconds(float(value)) or value
    if value[:4].isdigit() or len(value) > 60:
        return value
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value


def _is_iso(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _of_seconds(number: float) -> str | None:
    for unit in (1.0, 1e3, 1e6):
        if _EARLIEST <= number / unit < 1e11:
            try:
                return (_EPOCH + timedelta(seconds=round(number / unit))).isoformat()
            except OverflowError:
                return None
    return None

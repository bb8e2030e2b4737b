"""The day on which a command runs."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from letterbook.errors import WrongUse


def today() -> date:
    """SOURCE_DATE_EPOCH when it is set, else the day by the local clock.

    Raises WrongUse when the variable holds no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise WrongUse(
            f'SOURCE_DATE_EPOCH is not a number of seconds: "{epoch}".', hint="Unset it or correct it."
        ) from error

from __future__ import annotations

import subprocess
import sys

import pytest

from letterbook.checks.letters.on_demand import on_demand
from tests.checks.letters.conftest import letter


def test_the_module_of_a_finder_is_imported_when_it_is_called():
    code = (
        "import sys\n"
        "from letterbook.checks.letters.on_demand import on_demand\n"
        "find = on_demand('letterbook.checks.letters.performance.losses:winners_only')\n"
        "print('letterbook.checks.letters.performance.losses' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
    find = on_demand("letterbook.checks.letters.returns:gross_or_net_unsaid")
    assert len(list(find(letter("The IRR is 29.8%.")))) == 1


def test_a_finder_that_is_not_there_is_a_mistake_of_ours():
    with pytest.raises(AttributeError):
        on_demand("letterbook.checks.letters.returns:nothing")(letter())

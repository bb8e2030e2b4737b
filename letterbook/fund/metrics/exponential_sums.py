"""All roots of a sum of exponentials within bounds, with the proof that there are no others.

For flows a at times t, the present value at the rate exp(u) - 1 is f(u) = Σ a·exp(-u·t). Three facts find
its roots:

- Descartes' rule of signs holds for such sums: there are at most as many roots as there are changes of sign
  between coefficients in the order of their times (G. J. O. Jameson, "Counting zeros of generalised
  polynomials", The Mathematical Gazette 90, 2006).
- A root is the only one when the running totals of a·exp(-u·t) there never change sign (summation by parts):
  at that rate the investor's balance never turns from an asset into a debt. So it is with most funds.
- Every term rises or falls all the way, so its values at the ends of a stretch bound it there, and their
  sums bound the whole and its slope. Where the whole cannot be zero there is no root; where the slope
  cannot be, there is at most one; elsewhere the stretch is halved (interval bisection, R. E. Moore, 1966).

This is the one module that works with floats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import exp, fsum
from operator import mul

_TOUCHING = 1e-14
"""A sum this small against the sizes of its terms is zero but for rounding."""

_ROUNDING = 2e-16
_SHORTEST_STEP = 1e-12
_SHORTEST_STRETCH = 1e-8
_FLAT = 1e-6
_STEPS = 200


class ExponentialSum:
    """Σ a·exp(-u·t) as a function of u: `times` ascend, no two are alike, no coefficient is zero."""

    __slots__ = ("coefficients", "times")

    def __init__(self, coefficients: Sequence[float], times: Sequence[float]) -> None:
        largest = max(map(abs, coefficients), default=1.0)
        self.coefficients = [value / largest for value in coefficients]
        self.times = times

    @property
    def sign_changes(self) -> int:
        """How often the sign changes from one coefficient to the next."""
        return sum((one > 0) is not (next_ > 0) for one, next_ in pairwise(self.coefficients))

    def seen_from(self, origin: float) -> ExponentialSum:
        """The sum with its times counted from `origin`: it has the same roots."""
        return ExponentialSum(self.coefficients, [time - origin for time in self.times])

    def terms(self, u: float) -> list[float]:
        """The terms at `u`."""
        return [a * exp(-u * t) for a, t in zip(self.coefficients, self.times, strict=True)]

    def slopes(self, terms: Sequence[float]) -> list[float]:
        """The derivatives of the terms, where they have the values `terms`; all with the sign reversed."""
        return list(map(mul, terms, self.times))


def real_roots(total: ExponentialSum, low: float, high: float) -> list[float]:
    """Every u between `low` < 0 and `high` > 0 at which the sum is zero, ascending; one it touches, once."""
    changes = total.sign_changes
    if not changes:
        return []
    # Seen from its last time no term grows beyond its coefficient below zero; from its first, none above.
    halves = (total.seen_from(total.times[-1]), low, 0.0), (total.seen_from(total.times[0]), 0.0, high)
    for half, start, end in halves if changes % 2 else ():
        if _sign(half.terms(start)) * _sign(half.terms(end)) < 0:
            root = _root(half, start, end)
            if changes == 1 or _is_only(half.terms(root)):
                return [root]
    return _merged([root for half, start, end in halves for root in _isolated(half, start, end)], total)


def _sign(terms: Sequence[float]) -> int:
    return _sign_of(fsum(terms), fsum(map(abs, terms)))


def _sign_of(value: float, size: float) -> int:
    """The sign of a sum of terms; none where it is small against their sizes."""
    if abs(value) <= _TOUCHING * size:
        return 0
    return 1 if value > 0 else -1


def _is_only(terms: Sequence[float]) -> bool:
    """Whether a root with these terms is certainly the only one.

    Each running total is summed from that end at which less has been added up: from the other it would be
    lost in rounding.
    """
    sizes = list(map(abs, terms))
    after = list(accumulate(reversed(terms)))[-2::-1], list(accumulate(reversed(sizes)))[-2::-1]
    totals = zip(accumulate(terms), accumulate(sizes), *after, strict=False)
    signs = {
        _sign_of(before, size) if size <= size_after else -_sign_of(rest, size_after)
        for before, size, rest, size_after in totals
    }
    return signs in ({1}, {-1})


def _isolated(total: ExponentialSum, low: float, high: float) -> Iterator[float]:
    """The roots from `low` to `high`, found by halving the stretch."""
    stretches = [(low, total.terms(low), high, total.terms(high))]
    while stretches:
        start, first, end, last = stretches.pop()
        if not _holds_zero(_range(first, last)):
            continue
        slopes = _range(total.slopes(first), total.slopes(last))
        if not _holds_zero(slopes):
            if _sign(first) * _sign(last) < 0:
                yield _root(total, start, end)
            else:
                yield from (u for u, terms in ((start, first), (end, last)) if _sign(terms) == 0)
            continue
        middle = (start + end) / 2
        terms = total.terms(middle)
        if abs(fsum(terms)) > (end - start) / 2 * max(map(abs, slopes)):
            continue
        if end - start > _SHORTEST_STRETCH:
            stretches += [(middle, terms, end, last), (start, first, middle, terms)]
        elif _sign(terms) == 0:
            yield middle


def _range(first: Sequence[float], last: Sequence[float]) -> tuple[float, float]:
    """Between what the sum lies of terms that run from the values `first` to the values `last`."""
    return fsum(map(min, first, last)), fsum(map(max, first, last))


def _holds_zero(bounds: tuple[float, float]) -> bool:
    return bounds[0] <= 0 <= bounds[1]


def _merged(roots: Sequence[float], total: ExponentialSum) -> list[float]:
    """The roots, with one for those found all over a place where the curve lies flat on zero."""
    flats: list[list[float]] = []
    for root in sorted(roots):
        if flats and root - flats[-1][-1] < _FLAT:
            flats[-1].append(root)
        else:
            flats.append([root])
    return [flat[0] if len(flat) == 1 else _turning_point(total, flat) for flat in flats]


def _turning_point(total: ExponentialSum, flat: Sequence[float]) -> float:
    """Where the slope is zero on a stretch on which the sum is."""
    middle = (flat[0] + flat[-1]) / 2
    origin = total.times[0]
    moving = [(a * (t - origin), t - origin) for a, t in zip(total.coefficients, total.times, strict=True)]
    slope = ExponentialSum(*zip(*(pair for pair in moving if pair[0]), strict=True))
    start, end = middle - _FLAT, middle + _FLAT
    if _sign(slope.terms(start)) * _sign(slope.terms(end)) < 0:
        return _root(slope, start, end)
    return middle


def _root(total: ExponentialSum, low: float, high: float) -> float:
    """The root between `low` and `high`, where the sum has different signs: Newton's method, kept in bounds.

    A step that would leave the bounds, or that is longer than half the one before, halves the bounds instead.
    """
    rising = fsum(total.terms(low)) < 0
    u, last = min(low, high, key=abs), high - low
    for _ in range(_STEPS):
        terms = total.terms(u)
        value = fsum(terms)
        if abs(value) <= _ROUNDING * fsum(map(abs, terms)):
            break
        low, high = (low, u) if (value > 0) is rising else (u, high)
        slope = -fsum(total.slopes(terms))
        step = -value / slope if slope else high - low
        if not low < u + step < high or abs(step) > abs(last) / 2:
            step = (low + high) / 2 - u
        u, last = u + step, step
        if abs(step) <= _SHORTEST_STEP * max(1.0, abs(u)):
            break
    return u

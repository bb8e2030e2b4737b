"""The CRC-32 of bytes put together from pieces whose CRC-32 is known, without reading them again.

Appending n bytes multiplies what was there by x to the power of 8n, modulo the polynomial of the checksum: a
matrix of 32 by 32 bits. Source: zlib's crc32_combine by Mark Adler; the polynomial is that of ISO 3309.
"""

from __future__ import annotations

from functools import lru_cache

_POLYNOMIAL = 0xEDB88320
_BITS = 32

Matrix = tuple[int, ...]


def combined(before: int, checksum: int, length: int) -> int:
    """The CRC-32 of bytes whose own is `before`, with `length` more of the CRC-32 `checksum` behind them."""
    return _times(_appending(length), before) ^ checksum


@lru_cache(maxsize=4096)
def _appending(length: int) -> Matrix:
    """The matrix that appends `length` zero bytes."""
    result = tuple(1 << bit for bit in range(_BITS))
    power = _zero_byte()
    while length:
        if length & 1:
            result = tuple(_times(power, column) for column in result)
        power = tuple(_times(power, column) for column in power)
        length >>= 1
    return result


@lru_cache(maxsize=1)
def _zero_byte() -> Matrix:
    matrix: Matrix = (_POLYNOMIAL, *(1 << bit for bit in range(_BITS - 1)))
    for _ in range(3):
        matrix = tuple(_times(matrix, column) for column in matrix)
    return matrix


def _times(matrix: Matrix, vector: int) -> int:
    total = 0
    for column in matrix:
        if vector & 1:
            total ^= column
        vector >>= 1
    return total

"""Run letterbook with `python -m letterbook`."""

from importlib import import_module

if __name__ == "__main__":
    import_module("letterbook.cli").main()

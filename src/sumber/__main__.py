"""`python -m sumber` is `sumber`."""

from sumber.cli import main

if __name__ == "__main__":
    main()

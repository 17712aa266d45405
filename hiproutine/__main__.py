"""`python -m hiproutine` and the `hiproutine` script."""

from hiproutine.cli import main

if __name__ == "__main__":
    main()

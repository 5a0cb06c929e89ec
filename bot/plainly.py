"""How every command begins and fails: settings first, and an expected fault is one sentence."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from bot.logs import place, set_up
from bot.settings import Settings, Unset, settings

P = ParamSpec("P")


def plainly(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose expected faults are one sentence on standard error and exit 2."""

    @wraps(command)
    def said(*args: P.args, **kwargs: P.kwargs) -> None:
        from storage.errors import StoreError

        try:
            command(*args, **kwargs)
        except (Unset, StoreError) as error:
            typer.echo(f"hamrah: {error}", err=True)
            raise typer.Exit(2) from None
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            # A traceback would repeat the error's words, and they may be what a person wrote.
            typer.echo(f"hamrah: something broke ({place(error)}). Please report it.", err=True)
            raise typer.Exit(1) from None

    return said


def given(*tokens: str) -> Settings:
    """The settings, with these bots' tokens among them."""
    set_up()
    told = settings()
    for token in tokens:
        told.token(token)
    return told

"""The commands of Hamrah."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, ParamSpec

import typer

from bot.logs import place, set_up
from bot.settings import Settings, Unset, settings, table

P = ParamSpec("P")
SETTINGS = "Settings (environment, or a .env file here):\n\n" + "\n\n".join(
    f"{name}  {meaning}" + (f" Default: {default}" if default else "") for name, default, meaning in table()
)

app = typer.Typer(
    name="hamrah",
    help="Hamrah: a messaging chatbot by which people ask to leave, and are offered a way.",
    epilog=SETTINGS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


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


@app.command()
@plainly
def demo(
    port: Annotated[int, typer.Option(help="Where the demo's page listens on this machine.")] = 8420,
    people: Annotated[int, typer.Option(min=0, max=200, help="How many synthetic people register first.")] = 40,
) -> None:
    """Everything on this machine with no token and no server: a phone, the desk, a node and a register.

    Example: hamrah demo --people 40
    """
    from bot.demo.demo import play

    play(port, people)


@app.command()
@plainly
def node() -> None:
    """A field office: the citizens' bot with its store, which keeps working when the link is cut.

    Example: HAMRAH_CITIZEN_TOKEN=… HAMRAH_REGISTER_URL=http://127.0.0.1:8421 hamrah node
    """
    from bot.compose import node as parts
    from bot.compose.stores import store
    from bot.running import run

    given = _given("citizen_token")
    if given.webhook_url:
        given.secret()
    engine = store(given.store)
    run(lambda stop: parts.node(given, engine, stop))


@app.command()
@plainly
def register() -> None:
    """The centre: receives what nodes heard, gives out seats, and shows its figures.

    Example: HAMRAH_REGISTER_STORE=postgresql://… hamrah register
    """
    from bot.compose import register as parts
    from bot.compose.stores import store
    from bot.running import run

    given = _given()
    given.register_at()
    engine = store(given.register_store)
    run(lambda stop: parts.register(given, engine, stop))


@app.command()
@plainly
def desk() -> None:
    """The staff's bot: cases, windows and offers, over the register's store.

    Example: HAMRAH_DESK_TOKEN=… HAMRAH_STAFF_CHAT=-100… hamrah desk
    """
    from bot.compose import desk as parts
    from bot.compose.stores import store
    from bot.running import run

    given = _given("desk_token")
    given.staff()
    engine = store(given.register_store)
    run(lambda stop: parts.desk(given, engine, stop))


@app.command()
@plainly
def serve() -> None:
    """A small deployment: node, register and desk in one process over one store (HAMRAH_STORE).

    Example: HAMRAH_CITIZEN_TOKEN=… HAMRAH_DESK_TOKEN=… HAMRAH_STAFF_CHAT=-100… hamrah serve
    """
    from bot.compose import desk, node, register
    from bot.compose.stores import store
    from bot.running import run

    given = _given("citizen_token", "desk_token")
    given.staff()
    given.register_at()
    engine = store(given.store)
    run(
        lambda stop: register.register(given, engine, stop),
        lambda stop: desk.desk(given, engine, stop),
        lambda stop: node.node(given, engine, stop, alone=True),
    )


@app.command()
@plainly
def facts(
    json: Annotated[bool, typer.Option("--json", help="Whole facts, one a line, with what was said.")] = False,
    register: Annotated[bool, typer.Option("--register", help="The register's ledger, not the node's.")] = False,
    store: Annotated[str, typer.Option(help="A store by file or URL, instead of the settings'.")] = "",
) -> None:
    """The ledger in its order: headers, or with --json whole facts.

    Example: hamrah facts --json | head
    """
    from bot.ledger import headers, whole

    given = _given()
    url = store or (given.register_store if register else given.store)
    for line in whole(url) if json else headers(url):
        typer.echo(line)


@app.command()
@plainly
def flows(
    action: Annotated[str, typer.Argument(help="list, draw (Mermaid and storyboard) or prove")] = "list",
    language: Annotated[str, typer.Option(help="Of the storyboard: en, fa-AF or ps.")] = "en",
    out: Annotated[Path | None, typer.Option(help="A folder to write one file a talk into.")] = None,
) -> None:
    """The talks: listed, drawn for translators, or proved.

    Example: hamrah flows draw --language fa-AF --out drawings
    """
    from bot.storyboard import draw, listed, prove

    actions: dict[str, Callable[[], int]] = {
        "list": listed,
        "prove": prove,
        "draw": lambda: draw(language, out),
    }
    if action not in actions:
        raise Unset(f"there is no action {action!r}: use list, draw or prove.")
    raise typer.Exit(actions[action]())


@app.command()
@plainly
def doctor(
    json: Annotated[bool, typer.Option("--json", help="One object for a machine.")] = False,
) -> None:
    """Checks settings, stores, languages and links; each failure is one sentence with its mending.

    Example: hamrah doctor
    """
    from bot.doctor import examine

    raise typer.Exit(examine(_given(), as_json=json))


def _given(*tokens: str) -> Settings:
    set_up()
    given = settings()
    for token in tokens:
        given.token(token)
    return given


def main() -> None:
    """The entry point of the `hamrah` command."""
    app()


if __name__ == "__main__":
    main()

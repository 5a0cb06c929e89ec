"""The commands of Hamrah."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot import centre, keeping, matching, parsing, policies, readiness, reading
from bot.plainly import given as _given
from bot.plainly import plainly
from bot.settings import Unset, table

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

app.add_typer(centre.nodes, name="node")
app.add_typer(centre.keys, name="keys")
app.add_typer(centre.people, name="person")
app.command()(centre.retention)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.add_typer(policies.policies, name="policy")
app.command()(reading.mrz)
app.command()(parsing.parse)
app.command()(matching.match)
app.command(help=readiness.HELP)(readiness.readiness)


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


@centre.nodes.callback(invoke_without_command=True)
@plainly
def node(context: typer.Context) -> None:
    """A field office: the citizens' bot with its store, which keeps working when the link is cut.

    Without a further word it runs here; add, list and seized are for the centre.

    Example: HAMRAH_KEYS=node-1 HAMRAH_NODE=node-1 HAMRAH_REGISTER_URL=https://register:8421 hamrah node
    """
    if context.invoked_subcommand is not None:
        return
    from bot.compose import node as parts
    from bot.running import run

    given = _given()
    given.nothing_on_disk()
    if given.webhook_url:
        given.secret()
    run(lambda stop: parts.node(given, stop))


@app.command()
@plainly
def register() -> None:
    """The centre: receives what nodes heard, gives out seats, and shows its figures.

    Example: HAMRAH_REGISTER_STORE=postgresql://… hamrah register
    """
    from bot.compose import register as parts
    from bot.compose.stores import store, vault
    from bot.running import run

    given = _given()
    given.console_at()
    engine, keys = store(given.register_store), vault(given)
    run(lambda stop: parts.register(given, engine, keys, stop))


@app.command()
@plainly
def desk() -> None:
    """The staff's bot: cases, windows and offers, over the register's store.

    Example: HAMRAH_DESK_TOKEN=… HAMRAH_STAFF_CHAT=-100… hamrah desk
    """
    from bot.compose import desk as parts
    from bot.compose.stores import store, vault
    from bot.running import run

    given = _given("desk_token")
    given.staff()
    engine, keys = store(given.register_store), vault(given)
    run(lambda stop: parts.desk(given, engine, keys, stop))


@app.command()
@plainly
def serve() -> None:
    """A small deployment: node, register and desk in one process over one store (HAMRAH_STORE).

    Example: HAMRAH_CITIZEN_TOKEN=… HAMRAH_DESK_TOKEN=… HAMRAH_STAFF_CHAT=-100… hamrah serve
    """
    from bot.compose import desk, node, register
    from bot.compose.stores import own_store, vault
    from bot.running import run

    given = _given("citizen_token", "desk_token")
    given.staff()
    given.console_at()
    engine, keys = own_store(given), vault(given)
    run(
        lambda stop: register.register(given, engine, keys, stop, nodes=False),
        lambda stop: desk.desk(given, engine, keys, stop),
        lambda stop: node.alone(given, engine, keys, stop),
    )


@app.command()
@plainly
def facts(
    json: Annotated[bool, typer.Option("--json", help="One object a line, with what was said.")] = False,
    register: Annotated[bool, typer.Option("--register", help="The register's ledger, not the node's.")] = False,
    store: Annotated[str, typer.Option(help="A store by file or URL, instead of the settings'.")] = "",
) -> None:
    """The ledger in its order. What was said is read only where the centre's keys are (HAMRAH_KEYS).

    Example: hamrah facts --register --json | head
    """
    from bot.ledger import headers, whole

    given = _given()
    url = store or (given.register_store if register else given.store)
    for line in whole(given, url) if json else headers(given, url):
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
def talk(
    language: Annotated[str, typer.Option(help="Of the person's phone: en, fa-AF or ps.")] = "en",
    facts: Annotated[bool, typer.Option("--facts", help="Show what would be kept, too.")] = False,
    begins: Annotated[str, typer.Option(help="Not with someone new: registered, or registered wish=STAY.")] = "",
    script: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A talk of tests/conversations to play.")
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write what is to be seen now into that file.")] = False,
) -> None:
    """The same talks in this terminal, without Telegram; nothing is stored. :help lists what can be typed.

    With --script the exit status is 1 if the talk does not go as it is written.

    Example: hamrah talk --language fa-AF --facts
    """
    from bot.terminal.command import talk as held

    raise typer.Exit(held(language, begins, facts=facts, script=script, write=write))


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


def main() -> None:
    """The entry point of the `hamrah` command."""
    app()


if __name__ == "__main__":
    main()

"""Policy packs on disk: the ones that come with Hamrah, and an operator's own."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from bot.plainly import plainly
from bot.settings import Unset
from flows.register.crisis.checking import policy
from flows.register.crisis.policy import Policy
from flows.register.crisis.told import Fault

USUAL = "POL-2021-11-A"

policies = typer.Typer(no_args_is_help=True, help="Policies: who is covered, and with which papers.")


@policies.callback()
def _group() -> None:
    """Policies: who is covered, and with which papers."""


@policies.command()
@plainly
def check(
    file: Annotated[
        Path | None, typer.Argument(exists=True, dir_okay=False, help="A policy; without one, that of Hamrah.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One object for a machine.")] = False,
) -> None:
    """Every fault of a policy in words, each with its key, and exit 2; or what it says, and 0.

    Example: hamrah policy check POL-2021-12-B.toml
    """
    found = told(file)
    if isinstance(found, Policy):
        typer.echo(msgspec.json.encode(_outline(found)) if json else "\n".join(_summary(found)))
        return
    if json:
        typer.echo(msgspec.json.encode({"faults": [{"key": fault.path, "why": fault.why} for fault in found]}))
    else:
        for fault in found:
            typer.echo(f"{fault.path}: {fault.why}" if fault.path else fault.why, err=True)
    raise typer.Exit(2)


def told(file: Path | None) -> Policy | tuple[Fault, ...]:
    """The policy of a file, or of Hamrah, or all its faults."""
    try:
        written = (
            file.read_bytes() if file else files("flows.register.crisis").joinpath(f"{USUAL}.toml").read_bytes()
        )
        table = tomllib.loads(written.decode())
    except UnicodeDecodeError:
        return (Fault("", "this is no UTF-8"),)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return (Fault("", f"this is no TOML: {error}"),)
    except OSError:
        return (Fault("", "this file cannot be read"),)
    return policy(table)


def given(file: Path | None = None) -> Policy:
    """A policy that has no fault; else one sentence."""
    found = told(file)
    if isinstance(found, Policy):
        return found
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    first = f"{found[0].path}: {found[0].why}" if found[0].path else found[0].why
    raise Unset(f"the policy cannot be used: {first}{more}. See hamrah policy check.")


def _outline(found: Policy) -> dict[str, object]:
    return {
        "id": found.id,
        "title": found.title,
        "from": found.begins,
        "until": found.ends,
        "route": found.route,
        "fresh_days": found.fresh_days,
        "reach_days": found.reach_days,
        "margin_days": found.margin_days,
        "eligible": sorted(code for code in found.categories if found.covers(code)),
        "not_covered": sorted(code for code in found.categories if not found.covers(code)),
        "document_sets": sum(map(len, found.docs.values())),
    }


def _summary(found: Policy) -> list[str]:
    until = f" until {found.ends}" if found.ends else ""
    days = f"wish within {found.fresh_days} days, contact {found.reach_days}, papers {found.margin_days} beyond"
    lines = [f"{found.id} {found.title}: sound. From {found.begins}{until}, {found.route}; {days}."]
    for code in found.categories:
        if found.covers(code):
            sets = " or ".join(" + ".join(codes) for codes in found.sets(code))
            lines.append(f"  {code:9} {sets}, evidence {found.minimum(code)}")
    return [*lines, f"  not covered: {', '.join(code for code in found.categories if not found.covers(code))}"]

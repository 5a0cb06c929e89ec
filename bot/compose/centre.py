"""What the centre does about nodes and keys: one-shot commands."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives import serialization

from bot.compose.distrust import ENDED, Ended, end_again
from bot.compose.stores import store, vault
from bot.keys import Centre, carry
from bot.settings import Settings, Unset
from storage import nodes
from storage.decisions import Decisions
from storage.engine import read
from storage.linking import StoredLinks, lost
from storage.listed import heads, heard_of, records
from storage.pins import lift
from storage.register import StoredRegister
from storage.retention import dates


def add(given: Settings, name: str, out: Path, passphrase: str = "") -> str:
    """Make what a node carries, and let the register know it and lend it the citizens' token."""
    if not nodes.NAME.fullmatch(name):
        raise Unset("a node's name is 1 to 41 of a-z, 0-9 and -, and not desk, which is the centre itself.")
    token = given.token("citizen_token") if given.citizen_token.get_secret_value() else ""
    centre, engine = Centre(given.keys, given.passphrase.get_secret_value()), store(given.register_store)
    if any(node.name == name and node.state == nodes.ACTIVE for node in nodes.known(engine)):
        raise Unset(f"node {name} is known already: choose another name, or end it first with hamrah node seized.")
    carried = carry(centre, name, out, passphrase)
    public = carried.signing.public_key()
    raw = public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    nodes.enrol(engine, vault(given), name, raw, token, datetime.now(UTC))
    lent = "It is lent its bot's token." if token else "It is lent no token: set HAMRAH_CITIZEN_TOKEN to lend one."
    return f"Take {out} to node {name}, and set HAMRAH_NODE={name} and HAMRAH_KEYS there. {lent}"


def listed(given: Settings) -> Iterator[str]:
    """One line a node."""
    engine = store(given.register_store)
    with read(engine) as connection:
        come = {(node, epoch): seq for node, epoch, seq in heads(connection)}
    for node in nodes.known(engine):
        facts = sum(seq for (name, _), seq in come.items() if name == node.name)
        yield f"{node.name:20} {node.state:8} since {node.changed_at:%Y-%m-%d %H:%M} {facts:>8} facts"


def seized(given: Settings, name: str, *, people: bool) -> Iterator[str]:
    """End a node, and say whom it had heard of since when."""
    engine = store(given.register_store)
    token = nodes.token_of(engine, vault(given), name)
    if not nodes.revoke(engine, name, datetime.now(UTC)):
        raise Unset(f"there is no node {name}: hamrah node list shows all.")
    end_again(engine, Ended(given.keys / ENDED))
    yield f"Node {name} is revoked: its signature, its lease and its connection count no more."
    yield _ended(given, token)
    with Decisions(engine, vault(given)).looking() as connection:
        met = heard_of(connection, name)
        known = {row.person: row for row in records(connection)}
    if not met:
        yield "It had heard of nobody."
        return
    yield f"It had heard of {len(met)} people, the first at {met[0][1]:%Y-%m-%d %H:%M} UTC."
    if people:
        for person, since in met:
            row = known.get(person)
            yield f"{row.ref if row else '':8} {since:%Y-%m-%d %H:%M} {row.language if row else '':6} {person}"


def linked(given: Settings, first: str, second: str, staff: str, *, together: bool) -> str:
    """Take two records for one human being, or for two again."""
    links = StoredLinks(Decisions(store(given.register_store), vault(given)))
    one, other = _record(links, first), _record(links, second)
    if one == other:
        raise Unset(f"{first} and {second} are one record already.")
    said = links.link if together else links.unlink
    if not said(one, other, staff, datetime.now(UTC)):
        raise Unset(f"{first} and {second} are {'linked already' if together else 'not linked'}: nothing changed.")
    return "They count as one from now on; both histories are kept." if together else "They are two again."


def phone_lost(given: Settings, named: str, staff: str, *, over: bool) -> str:
    """Take a phone for one in other hands, or for theirs again."""
    decisions = Decisions(store(given.register_store), vault(given))
    lost(decisions, _record(StoredLinks(decisions), named), staff, datetime.now(UTC), over=over)
    if over:
        return "It is their phone again, as soon as their node hears of it."
    return "As soon as their node hears of it, nothing of them is shown or sent there. What they said stays."


def unpinned(given: Settings, named: str, staff: str) -> str:
    """Have the PIN of a person asked for no more."""
    decisions = Decisions(store(given.register_store), vault(given))
    if not lift(decisions, _record(StoredLinks(decisions), named), staff, datetime.now(UTC)):
        raise Unset(
            f"{named} typed a PIN under duress: make sure that they are alone, and hand that case back first."
        )
    return "Their PIN is asked for no more, as soon as their node hears of it. They can set another."


def told_of(given: Settings) -> Iterator[str]:
    """One line for each of whom others told us, without a name."""
    register = StoredRegister(store(given.register_store), vault(given))
    refs = {row.person: row.ref or row.person for row in register.people()}
    for row in register.speaking.others():
        said = (row.relation, f"knows: {row.knows or '-'}", row.category, row.wish, row.province)
        words = " · ".join(word for word in said if word)
        spoke = " and ".join(refs.get(person, person) for person in row.spoke) or "not yet"
        also = ": two say so, see their cases" if len(row.spoke) > 1 else ""
        teller = refs.get(row.teller, row.teller)
        yield f"told by {teller} on {row.told_at:%Y-%m-%d}: {words}. Spoke for themselves: {spoke}{also}."


def family(given: Settings, named: str) -> Iterator[str]:
    """The person's own papers, and each of those who would go along with their word and papers."""
    engine, opening = store(given.register_store), vault(given)
    person = _record(StoredLinks(Decisions(engine, opening)), named)
    register = StoredRegister(engine, opening)
    held: dict[str, list[str]] = {}
    for row in register.papers([person]):
        words = (
            row.state or "unsaid",
            row.number and f"number {row.number}",
            row.expiry and f"until {row.expiry}",
        )
        odd = (*words, "check digit fails") if row.odd else words
        held.setdefault(row.item, []).append(f"{row.kind} ({', '.join(filter(None, odd))})")
    yield f"themselves: {'; '.join(held.get('', ())) or 'no papers named'}"
    for member in register.members([person]):
        said = (
            f"goes without: {member.go_without or '-'}",
            member.care and f"care: {member.care}",
            f"own word: {member.wish} on {member.wished_at:%Y-%m-%d}" if member.wished_at else "own word: none",
            "; ".join(held.get(member.item, ())) or "no papers named",
        )
        who = f"{member.relation or 'unsaid'} {member.age}".strip()
        yield f"{member.item}  {who} · {' · '.join(filter(None, said))}"


def retention(given: Settings, *, people: bool) -> Iterator[str]:
    """What will be erased by which rule and when, and of whom if asked."""
    engine, clocks = store(given.register_store), given.clocks()
    rules = StoredRegister(engine, vault(given)).erasures(clocks)
    for rule in rules:
        yield f"{rule.why:10} {rule.count:>7}  from {rule.first:%Y-%m-%d} to {rule.last:%Y-%m-%d}"
    if not rules:
        yield "Nothing is to be erased."
    if people:
        with read(engine) as connection:
            for ref, due in dates(connection, clocks):
                yield f"{ref or '-':8} {due.at:%Y-%m-%d} {due.why}"


def rotate(given: Settings) -> str:
    """The next sealing key, told to every node."""
    centre = Centre(given.keys, given.passphrase.get_secret_value())
    engine = store(given.register_store)
    sealing = centre.rotate()
    StoredRegister(engine, vault(given)).say_key(sealing.generation, sealing.public, datetime.now(UTC))
    return f"Generation {sealing.generation} is made and told to every node. Restart the register and the desk."


def _record(links: StoredLinks, named: str) -> str:
    """The record of this reference number or id; Unset if there is none, or more than one."""
    found = links.find(named.strip())
    if len(found) != 1:
        told = ", ".join(row.person for row in found)
        raise Unset(
            f"{len(found)} records are {named}; name one by its id: {told}." if found else f"no record is {named}."
        )
    return found[0].person


def _ended(given: Settings, token: str) -> str:
    """Close the bot's own sessions at Telegram; only its owner can replace the token."""
    ask = "Ask @BotFather at once to /revoke its token, and lend the new one with hamrah node add."
    return f"Whoever has the machine running may still hold the bot's token in its memory. {ask}" if token else ask

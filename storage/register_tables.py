"""The rows of what the register concludes and keeps besides the ledger, without behaviour.

Times are integers, microseconds since 1970 in UTC.
"""

from sqlmodel import Field, SQLModel

from storage.tables import big, blob


class PersonTable(SQLModel, table=True):
    """What the register concluded of a person.

    Times, 0 for never: heard_at, of their latest own word; wished_at, of the wish; asked_at, when they asked to be
    erased; ordered_at, when the centre wanted it; view_at, when they asked to see what is kept, until they were
    shown it; erased_at, when it was done: until they are heard again, only who met them when is known; not_before,
    from when on they could go; quiet_until, before which no note comes; safety_asked, when the staff last asked
    whether they are safe; placed_at, of where they are; phone_at, when they were shown the link for another phone.
    lost: the phone is in other hands, and reaches them no more; named: they told a name; share: whether what they
    told may be shared for a trip; ready, reasons: what was concluded last of their readiness, codes in one line.
    asked: how often the wish was asked anew since; ask_again: "no" if it must not be; turned: the latest times
    when the wish became another, in one line, "" again once the staff spoke with them.
    """

    __tablename__ = "people"

    person: str = Field(primary_key=True)
    met_at: int = Field(sa_column=big())
    node: str
    ref: str
    language: str
    category: str
    wish: str
    notes: str = ""
    count: int
    province: str
    registered: bool
    reachable: bool
    heard_at: int = Field(sa_column=big(), default=0)
    wished_at: int = Field(sa_column=big(), default=0)
    asked_at: int = Field(sa_column=big(), default=0)
    ordered_at: int = Field(sa_column=big(), default=0)
    view_at: int = Field(sa_column=big(), default=0)
    erased_at: int = Field(sa_column=big(), default=0)
    asked: int = 0
    ask_again: str = ""
    not_before: int = Field(sa_column=big(), default=0)
    turned: str = ""
    quiet_until: int = Field(sa_column=big(), default=0)
    safety_asked: int = Field(sa_column=big(), default=0)
    placed_at: int = Field(sa_column=big(), default=0)
    phone_at: int = Field(sa_column=big(), default=0)
    reader: str = ""
    lost: bool = False
    named: bool = False
    share: str = ""
    ready: str = ""
    reasons: str = ""


class MemberTable(SQLModel, table=True):
    """One of those who would go along with a person, by the id that their list gives.

    listed: still on the list; told_at: when the person last told something of them; go_without: whether the person
    would go without them; care: whether a grown-up would stay with them; wish: their own word, said at wished_at;
    ready, reasons: what was concluded last of their readiness.
    """

    __tablename__ = "members"

    person: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    listed: bool = False
    told_at: int = Field(sa_column=big(), default=0)
    relation: str = ""
    age: str = ""
    go_without: str = ""
    care: str = ""
    wish: str = ""
    wished_at: int = Field(sa_column=big(), default=0)
    ready: str = ""
    reasons: str = ""


class PaperTable(SQLModel, table=True):
    """A paper of a person, or of one who would go along (item), as they told of it.

    state to where: as answered; number: its sort: typed, odd (not as such numbers are), zone, later or unsure;
    expiry, calendar: as answered, `zone:*` for as its zone says; zone_: of the zone that was read last; read_: of
    the one to which they said yes.
    """

    __tablename__ = "papers"

    person: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    listed: bool = False
    state: str = ""
    left_there: str = ""
    lost_how: str = ""
    where: str = ""
    number: str = ""
    expiry: str = ""
    calendar: str = ""
    zone_expiry: str = ""
    zone_lines: str = ""
    read_expiry: str = ""
    read_lines: str = ""


class LinkTable(SQLModel, table=True):
    """Two records that the staff found to be of one human being; person is the smaller id."""

    __tablename__ = "links"

    person: str = Field(primary_key=True)
    other: str = Field(primary_key=True)


class PhotoTable(SQLModel, table=True):
    """A photo or voice note that came; `position`: of the sealed fact that says where the channel has it.

    wanted: "yes" if the person wants it to be kept, "no" if not, "" until they say; case, question: of a voice
    note, what it belongs to and which question was open, by its own name; both "" of a photo.
    """

    __tablename__ = "photos"

    person: str = Field(primary_key=True)
    photo: str = Field(primary_key=True)
    node: str
    position: int = Field(sa_column=big())
    wanted: str
    case: str = ""
    question: str = ""


class OtherTable(SQLModel, table=True):
    """Somebody of whom a person told us, by the token of the link by which they can speak for themselves.

    teller: who told it, last at told_at; relation: what they are to each other; knows: whether they know of it.
    """

    __tablename__ = "others"

    token: str = Field(primary_key=True)
    teller: str
    relation: str = ""
    knows: str = ""
    category: str = ""
    wish: str = ""
    province: str = ""
    told_at: int = Field(sa_column=big())


class ClaimTable(SQLModel, table=True):
    """A link that somebody opened to speak for themselves; position: of the fact that says so."""

    __tablename__ = "claims"

    token: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    position: int = Field(sa_column=big())
    opened_at: int = Field(sa_column=big())


class PictureRow(SQLModel, table=True):
    """What became of a photo that is wanted: fetched, made harmless and sealed to the register's key, or why not.

    A voice note is kept as it came.

    state: waiting until `due_at`, kept, or why it never will be; tries: how often it was fetched in vain; kept_at,
    seen_at: 0 for not yet.
    """

    __tablename__ = "pictures"

    person: str = Field(primary_key=True)
    photo: str = Field(primary_key=True)
    state: str
    tries: int
    due_at: int = Field(sa_column=big())
    kept_at: int = Field(sa_column=big())
    seen_at: int = Field(sa_column=big())
    picture: bytes = Field(sa_column=blob())


class CaseTable(SQLModel, table=True):
    """A case at the register."""

    __tablename__ = "cases"

    case: str = Field(primary_key=True)
    person: str
    code: str
    priority: str
    opened_at: int = Field(sa_column=big())
    claimed_by: str
    closed: bool


class WindowTable(SQLModel, table=True):
    """A window at the register."""

    __tablename__ = "windows"

    window: str = Field(primary_key=True)
    route: str
    departs: int = Field(sa_column=big())
    answer_by: int = Field(sa_column=big())
    seats: int
    planned_by: str
    approved_by: str
    digest: str
    planned_at: int = Field(sa_column=big())
    bags: int = 1
    approved_at: int = Field(sa_column=big(), default=0)


class OfferTable(SQLModel, table=True):
    """A person's offer on a window at the register; `answered` is the ledger position of the latest answer.

    state: how far its note came: "" before anything was heard, else sent or as `NoteStood` says; stage: how far
    the trip came: "", sure, told, cancelled, missed or gone; reminded: the latest time of `OfferReminded`;
    checked: "asked" the day before whether the wish is still so, and "yes" once they said anything of it.
    """

    __tablename__ = "offers"

    window: str = Field(primary_key=True)
    person: str = Field(primary_key=True)
    made: int = Field(sa_column=big())
    sent: bool
    read: bool
    answer: str
    answered: int = Field(sa_column=big())
    seat: bool
    place: int
    state: str = ""
    stage: str = ""
    reminded: int = 0
    checked: str = ""


class CardRow(SQLModel, table=True):
    """A message of the desk bot that shows a case or a window, so that it is posted once and then edited."""

    __tablename__ = "cards"

    subject: str = Field(primary_key=True)
    chat: int = Field(sa_column=big())
    message: int = Field(sa_column=big())
    shown: str

"""The screens of domain.md §5.4: each is written, in exactly its words, with its buttons."""

from hashlib import sha256

from flows.talks import labels
from flows.texts import Text
from tests.talks.written import LABELS, NAMED, SENTENCES

# Each screen and how long its English is.
SCREENS = """
S1_LANG:38 S2_HELLO:119 S2_FREE:79 S3_SAFE:74 S4_CONSENT:127 S4_MORE:150 S4_NO:52 R1_WHO:29 R2_CAT:38
R2_CAT2:35 R3_WISH:34 R4_COUNT:66 R5_NAME:69 R6_PLACE:69 R7_CHECK:70 R8_DONE:117 R9_LATER:53 I1_STILL:43
I2_WHY:39 I3_SAVED:81 I4_STAY:82 I5_LEFT:66 I6_CONFLICT:73 I7_OTHERSAY:43 D1_WHICH:53 D2_STATE:42 D3_NUMBER:60
D4_EXPIRY:66 D4_CAL:38 D5_SAVED:74 D6_NOPHOTO:63 D7_BADNUM:73 D8_GOTPHOTO:42 D9_HELD:86 P1_ADD:38 P2_REL:21
P3_AGE:35 P4_MUST:28 P5_LIST:29 P6_CARE:44 Y1_READY:93 Y2_MISSING:56 Y3_FAMILY:109 Y4_SCOPE:99 O1_PUSH:55
O1_REMIND:32 O1_URGENT:41 O2_OFFER:93 O3_DETAIL:98 O4_YES:106 O5_NO:80 O6_WAIT:91 O7_SURE:72 O8_PLACE:98
O9_CANCEL:91 O10_TIME:58 O11_MISSED:66 O12_LATE:71 O13_GONE:62 E0_HUMAN:59 E1_MEDICAL:118 E2_DANGER:110
E3_HELD:108 E4_CHILD:93 E5_PHONE:87 E6_PASSPORT:97 E7_SPLIT:86 E8_CARE:84 E9_MISMATCH:66 E10_DOUBLE:61
E11_NOTYOU:88 E12_MONEY:91 E13_LOST:78 E14_DELETE:72 E14_DONE:90 E15_ROAD:46 E16_MEDIA:71 E17_OTHERLAND:91
E18_DEATH:80 E19_FORCE:91 E20_LATE_NO:69 H1_MENU:23 H2_STATUS:66 H3_VOICE:63 H4_CALL:32 K1_SAFE:23 K2_WIPE:108
K3_PIN:59 K4_ASKPIN:19 K5_BLANK:34 K6_EXPORT:40 A1_FOR:27 A2_KNOWS:43 A3_LINK:66 A4_LIMIT:78 F1_WHOSE:25
F2_SELF:47 M1_BACK:45 M2_LONG:57 M3_OFFLINE:66 X1_RETRY:44 X2_NUM:29 X3_DATE:43 X4_LONG:56 X5_FILE:61
X6_BUSY:67 X7_OLDBTN:43 X8_LANG:40 B1_ONEMSG:110 B2_SAMPLE:62 B3_PARSED:57
"""
DIGEST = "9c9ac3791bb3947c5653f5cb0eae0241e061de3fac70faadb0f9313f644dd93e"
BUTTONS = """
دری / پښتو / English / O‘zbekcha / Start / One message / Keep me safe / Tell us / OK / Yes, go on / Not now /
Wipe chat / Yes / No / More / Start again / Me / Me and family / Someone else / U.S. citizen / Green card /
Family of U.S. citizen / Special visa (SIV) / Not sure / Family of U.S. soldier / P-1 or P-2 case / Other visa
case / Citizen of other land / None of these / I want to go / Only with my family / I want to stay / I already
left / 7+ / Skip / Change / Add more / Later / Family has no papers / I need time / Health / Road not safe /
Home or work / Home / Do not ask / I am {name} / I write for {name} / U.S. passport / Afghan passport /
Tazkira / Visa / None / Done / Out of date / Lost or taken / Solar (shamsi) / Moon (qamari) / Next / Try again
/ Keep it / Keep / Delete / It was there / Wife or husband / Child / Parent / Brother or sister / Other / 0-1
/ 2-5 / 6-11 / 12-17 / 18-20 / 21+ / Add / Fix now / Ask staff / Delete me / Read / Ask / Why? / Keep me /
Remove me / On my way / I cannot go / Help / I am safe / I need help / My child / Safe to write / Write / Call
me / I have a copy / No copy / Wheelchair / Pregnant / Medicine / Menu / Person / Voice / Delete all / Stop
notes / Undo / Check post / No car / Not safe / Show / Yes, write / Call / My wish / My papers / My people /
My status / A person / Now / Morning / Evening / No call / Set a PIN / See my data / Forgot / Family / Friend
/ Group or office / Add person / Go on / Other person / Show me
"""
# The first screens are said in fewer words than there, so that a stranger is registered within a minute of reading
# and tapping (domain.md §1.2; docs/decisions.md): never in more. S3_SAFE is for who comes back after "Not now".
SHORTER = {
    "S2_HELLO", "S4_CONSENT", "R1_WHO", "R2_CAT", "R2_CAT2", "R3_WISH", "R4_COUNT", "R5_NAME", "R6_PLACE",
    "R8_DONE",
}  # fmt: skip
BY_ID = {text.id: text for text in SENTENCES}
SIZES = {name: int(size) for name, size in (each.split(":") for each in SCREENS.split())}


def english(name: str) -> str:
    """The screen in English; how many people is said there by a text of its own, so that it can be left out."""
    text = BY_ID[name]
    return (text.plural or text.source).replace("{people}", labels.PEOPLE.plural)


def test_every_screen_is_written_and_as_long_as_it_should_be() -> None:
    assert len(SIZES) == 111
    own = {name: size for name, size in SIZES.items() if name not in SHORTER}
    assert {name: len(english(name)) for name in own} == own
    assert [name for name in SHORTER if len(english(name)) >= SIZES[name]] == []


def test_every_screen_says_exactly_its_english() -> None:
    said = "\n".join(f"{name} {english(name)}" for name in SIZES)
    assert sha256(said.encode()).hexdigest() == DIGEST


def test_every_button_is_a_label() -> None:
    buttons = set(" ".join(BUTTONS.split()).split(" / "))
    # Which are the labels "A person" and, since it is a yes too, "Yes, one message".
    assert buttons - {text.source for text in (*LABELS, *NAMED)} == {"Person", "One message"}


def test_what_counts_is_a_placeholder_of_both_forms() -> None:
    for text in (*SENTENCES, *LABELS, *NAMED):
        assert bool(text.plural) == bool(text.counts), text.id
        assert not text.counts or text.counts in text.placeholders, text.id
        assert not text.plural or set(Text("", text.plural).placeholders) == set(text.placeholders), text.id


def test_a_sentence_has_an_id_in_upper_case_and_a_label_one_in_lower_case() -> None:
    assert all(text.id.isupper() for text in SENTENCES)
    assert all(text.id.islower() for text in LABELS)

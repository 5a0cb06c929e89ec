"""The menu, safety, and what is said when something goes wrong."""

from flows.texts import Text as _

# Help
H1_MENU = _("H1_MENU", "What do you want to do?")
H2_STATUS = _("H2_STATUS", "Your number: {ref}. Wish: {wish}. People: {count}. Ready: {ready}.")
H3_VOICE = _("H3_VOICE", "You can send a voice note. Staff will listen and write it down.")
H14_READS = _("H14_READS", "Can you read this? Pick what is best for you.")
H14_SAVED = _("H14_SAVED", "OK. You can change this at any time.")
H15_SPEAK = _("H15_SPEAK", "You can answer with a voice note.")
H16_GOT = _("H16_GOT", "We have your voice note.")
H4_CALL = _("H4_CALL", "Is it safe if we call you? When?")

# Safety
K1_SAFE = _("K1_SAFE", "Keep me safe. Pick one.")
K2_WIPE = _(
    "K2_WIPE",
    "We took away what we can. To clear the rest: open the chat menu and tap Delete chat. Your place stays saved.",
)
K3_PIN = _("K3_PIN", "Choose 4 digits. We ask for them before we show your facts.")
K3_SAVED = _(
    "K3_SAVED", "Saved. We took your message away from this chat. Keep the 4 digits in your head, not on paper."
)
K3_OFF = _("K3_OFF", "OK. We do not ask for 4 digits any more.")
K4_ASKPIN = _("K4_ASKPIN", "Type your 4 digits.")
K4_FIRST = _("K4_FIRST", "First we need your 4 digits. What you just sent is not saved: send it again after them.")
K4_WRONG = _("K4_WRONG", "These are not the digits you chose. After 5 wrong tries you must wait 1 hour.")
K4_SHUT = _(
    "K4_SHUT",
    "There were too many wrong tries. For 1 hour we take no digits. Then type your 4 digits. If you need help "
    "now, ask for a person.",
)
K5_BLANK = _("K5_BLANK", "Hello. There are no notes for you.")
K6_EXPORT = _("K6_EXPORT", "This is all we keep about you: {summary}")
K7_NOTES = _("K7_NOTES", "Shall we write to you no more? What you told us stays.")
K7_STOPPED = _("K7_STOPPED", "OK. We write to you no more. You can write to us at any time.")
K7_QUIET = _(
    "K7_QUIET",
    "OK. For 30 days we write only about a place on a trip or if you wrote to us. You can write at any time.",
)
K7_KEPT = _("K7_KEPT", "OK. We write to you when there is news.")
K6_WAIT = _(
    "K6_WAIT",
    "We look it up. It comes here soon and goes away after 1 minute. If it does not come, ask again later.",
)

# Is it truly us
N1_WORD = _(
    "N1_WORD",
    "Write one word of your own. We take it away from here. Our staff can say it to you. Who does not know it is "
    "not one of us. Our help is free.",
)
N1_SHORT = _("N1_SHORT", "Please write one or two words, not more.")
N2_SAVED = _("N2_SAVED", "Who calls or writes for us can say your word. Ask for it first. We never ask for money.")
N2_NONE = _("N2_NONE", "OK. Our help is free. We never ask for money.")
N2_HANDLES = _(
    "N2_HANDLES",
    "We write only from {handles}. Who speaks for us can say your word. Ask for it first. We never ask for money.",
)

# When something goes wrong
X2_NUM = _("X2_NUM", "Please send a number, like 3.")
X3_DATE = _("X3_DATE", "Please send a month and year, like 05 2026.")
X4_LONG = _("X4_LONG", "That is a long text. We keep it for staff. Now pick one.")
X5_FILE = _("X5_FILE", "We cannot open this kind of file. You can write it or say it.")
X6_BUSY = _("X6_BUSY", "Many people write now. We have your message. Wait a little, please.")
X7_OLDBTN = _("X7_OLDBTN", "This button is old. Here is the newest one.")
X8_LANG = _("X8_LANG", "You can change the language at any time.")
X9_FIRST = _("X9_FIRST", "We did not keep your voice note. Please answer this first. Then send it again.")
X10_NEVER = _(
    "X10_NEVER",
    "We took your message away and kept nothing of it. Please never send a bank card or social security number.",
)
X11_VIDEO = _("X11_VIDEO", "We keep no videos and took yours away. You can write it, or send a voice note.")
PICK = _("PICK", "Please pick one of these.")
TOO_LONG_NAME = _("TOO_LONG_NAME", "Please write only the name, in one line.")

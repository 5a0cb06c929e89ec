"""Papers, and what is still missing to be ready."""

from flows.texts import Text as _

# Papers
D1_WHICH = _("D1_WHICH", "Which papers do you have? You can pick more than one.")
D2_STATE = _("D2_STATE", "Your {doc}: is it with you and still good?")
D3_NUMBER = _("D3_NUMBER", "Type the number of your {doc}. We hide it after you send it.")
D3_LETTERS = _("D3_LETTERS", "Please write only the number, in letters and digits.")
D4_EXPIRY = _("D4_EXPIRY", "When does it end? Month and year are enough. Any calendar is fine.")
D4_CAL = _("D4_CAL", "Is {year} a solar year or a moon year?")
D5_SAVED = _("D5_SAVED", "Saved: {doc}, ends with {last4}. We took your message away from this chat.")
D6_NOPHOTO = _("D6_NOPHOTO", "Please do not send photos now. Staff will ask if one is needed.")
D7_BADNUM = _("D7_BADNUM", "This does not look like a {doc} number. Check letters and digits, please.")
D8_GOTPHOTO = _("D8_GOTPHOTO", "We got a photo. Do you want us to keep it?")
D8_KEPT = _("D8_KEPT", "We keep the photo. We took it away from this chat.")
D8_GONE = _("D8_GONE", "We did not keep the photo. We took it away from this chat.")
D9_HELD = _("D9_HELD", "If your passport was left with the embassy, tap here. It may be gone. Staff will help.")
D11_HOW = _("D11_HOW", "What happened to your {doc}?")
D12_WHERE = _("D12_WHERE", "Where is your {doc} now?")
D13_LINES = _(
    "D13_LINES",
    "Type the lines at the foot of your {doc} as they are printed, with every < sign. One by one is fine.",
)
D13_MORE = _("D13_MORE", "We read one line. Now the next, please.")
D13_UNREAD = _(
    "D13_UNREAD", "We could not read this. Look at the letters, digits and < signs, and type the lines again."
)
D13_WHICH = _(
    "D13_WHICH",
    "These lines do not say which paper they are of. Pick it in “My papers”, then type them where its number is "
    "asked.",
)
D14_DIGITS = _(
    "D14_DIGITS",
    "A check digit does not fit. Please look at: {what}. O and 0, I and 1, S and 5 look alike. Type the lines "
    "again, or tell us that it is printed so.",
)
D14_NAME = _("D14_NAME", "Which name is printed in your {doc}? Write it as there, or type its line.")
D14_BIRTH = _("D14_BIRTH", "When were you born? Write it as in your {doc}. Any calendar is fine.")
D15_ZONE = _(
    "D15_ZONE",
    "Is this right, and is it yours? {doc}, ends with {last4}. Name: {name}. Born: {birth}. Valid until: {until}.",
)
D15_NAME = _("D15_NAME", "We took this name from the lines: {name}. You can change it later.")
D16_TAKEN = _("D16_TAKEN", "Saved: {doc}. We took your lines away from this chat.")
D16_DROPPED = _("D16_DROPPED", "We did not take it. You can type the lines or the number again at any time.")
D10_SAVED = _("D10_SAVED", "Saved. You can add or change your papers at any time.")

# Readiness
Y1_READY = _(
    "Y1_READY", "You have what is needed. We will write when there is a place. You do not need to do more now."
)
Y2_MISSING = _("Y2_MISSING", "You are on the list. To be ready, we still need: {list}.")
Y3_FAMILY = _(
    "Y3_FAMILY",
    "Your own papers are fine. {name} is not ready yet. You said you go only with {name}. Staff will look at "
    "this.",
)
Y4_SCOPE = _(
    "Y4_SCOPE",
    "Right now this desk can plan trips only for: {who}. We keep your name and tell you if this changes.",
)

# What is still needed of somebody, as things in a sentence.
NEED_WISH = _("NEED_WISH", "your wish once more")
NEED_DAY = _("NEED_DAY", "the day from which you can go")
NEED_NAME = _("NEED_NAME", "your name")
NEED_YES = _("NEED_YES", "your yes to share")
NEED_WORD = _("NEED_WORD", "a word from you")

# Why someone is not ready, by the code of the reason (domain.md §1.6)
DOC_EXPIRED = _("DOC_EXPIRED", "Your {doc} is out of date.")
DOC_MISSING = _("DOC_MISSING", "You still need this: {doc}.")
DOC_MISSING_ENTRY = _("DOC_MISSING_ENTRY", "{name} needs a visa or an approval to enter.")
DOC_LOST = _("DOC_LOST", "Your {doc} is lost or taken.")
DOC_NOT_CHECKED = _("DOC_NOT_CHECKED", "Our staff still need to check your {doc}.")
INTENT_STALE = _("INTENT_STALE", "Please tell us again what you want.")
INTENT_NOT_BEFORE = _("INTENT_NOT_BEFORE", "You said that you can go from {date} on, not before.")
NO_CONTACT = _("NO_CONTACT", "We did not hear from you for some time. Please write to us.")
CONSENT_SHARE_MISSING = _("CONSENT_SHARE_MISSING", "We need your yes before we share your facts for a trip.")
PARTY = _("PARTY", "{name} is not ready yet, and you go only with {name}.")
NAME_UNKNOWN = _("NAME_UNKNOWN", "We do not know your name yet.")
AGING_OUT = _("AGING_OUT", "At 21 other rules hold for {name}. Staff will look at this.")

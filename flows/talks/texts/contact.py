"""What help people need on the way, and how they can be reached."""

from flows.texts import Text as _

# Needs
N1_NEEDS = _("N1_NEEDS", "Is one of you ill, pregnant, very old, just born, or not able to walk well?")
N2_WHO = _("N2_WHO", "{need}: who is it? You can pick more than one.")
N3_DUE = _("N3_DUE", "When will the baby come? A guess is fine.")
N4_MACHINE = _("N4_MACHINE", "Is a machine needed for it, as for breathing or for the kidneys?")
N5_WORDS = _("N5_WORDS", "What is needed? Write a few words, without names.")
N6_SAVED = _("N6_SAVED", "Saved. You can add or change this at any time.")

# Contact
H5_SHARED = _("H5_SHARED", "Does someone else use this phone too?")
H6_PHONE = _("H6_PHONE", "Which number may we call? We hide it after you send it.")
H6_DIGITS = _("H6_DIGITS", "Please write only the phone number, like 0799123456.")
H7_ABROAD = _("H7_ABROAD", "Is there someone outside the country who can reach you?")
H8_NAME = _("H8_NAME", "What is the name of that person?")
H9_RELATION = _("H9_RELATION", "Who is this person to you?")
H10_ADDRESS = _(
    "H10_ADDRESS",
    "How can we call or write to that person? A phone number or e-mail. We hide it after you send it.",
)
H10_EITHER = _("H10_EITHER", "Please write only a phone number or an e-mail address.")
H11_MAY = _("H11_MAY", "May we talk with that person about you?")
H12_TAKEN = _("H12_TAKEN", "Saved. We took your message away from this chat.")
H13_REACH = _("H13_REACH", "Which of these could you reach safely, if you had to? You can pick more than one.")

# Case numbers, and when nothing more is asked
G1_CASES = _("G1_CASES", "Which case numbers do you have? You can pick more than one.")
Y5_ENOUGH = _("Y5_ENOUGH", "Thank you. We ask nothing more for now. You can change what you told us at any time.")

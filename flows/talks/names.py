"""What people call that for which the facts have a code; no code is ever shown to them."""

from collections.abc import Mapping

from flows.talks import labels, texts
from flows.texts import Text
from flows.texts import Text as _

Names = Mapping[str, Text]

RELATIONS: Names = {
    "spouse": _("relation.spouse", "Wife or husband"),
    "child": _("relation.child", "Child"),
    "stepchild": _("relation.stepchild", "Stepchild"),
    "parent": _("relation.parent", "Parent"),
    "sibling": _("relation.sibling", "Brother or sister"),
    "guardian": _("relation.guardian", "Guardian"),
    "grandparent": _("relation.grandparent", "Grandparent"),
    "other": _("relation.other", "Other"),
}

AGES: Names = {
    "0-1": _("age.0_1", "0-1"),
    "2-5": _("age.2_5", "2-5"),
    "6-11": _("age.6_11", "6-11"),
    "12-17": _("age.12_17", "12-17"),
    "18-20": _("age.18_20", "18-20"),
    "21+": _("age.21", "21+"),
}

COUNTRIES: Names = {
    "PK": _("country.pk", "Pakistan"),
    "IR": _("country.ir", "Iran"),
    "TJ": _("country.tj", "Tajikistan"),
    "UZ": _("country.uz", "Uzbekistan"),
    "TR": _("country.tr", "Turkey"),
    "QA": _("country.qa", "Qatar"),
    "AE": _("country.ae", "United Arab Emirates"),
    "DE": _("country.de", "Germany"),
    "US": _("country.us", "United States"),
    "other": _("country.other", "Other land"),
}

# Whose contacts a deployment may show to their citizens (domain.md §3, E17).
LANDS: Names = {
    **{land: label for land, label in COUNTRIES.items() if land not in ("US", "other")},
    "CA": _("land.ca", "Canada"),
    "GB": _("land.gb", "United Kingdom"),
    "FR": _("land.fr", "France"),
    "IT": _("land.it", "Italy"),
    "NL": _("land.nl", "Netherlands"),
    "AU": _("land.au", "Australia"),
    "IN": _("land.in", "India"),
}

# Papers that a person may be shown by name; waivers (W_...) are between officers (domain.md §1.5).
DOCUMENTS: Names = {
    "US_PPT": labels.US_PPT,
    "US_PPT_EXP": labels.US_PPT,
    "US_PPT_CARD": _("us_ppt_card", "U.S. passport card"),
    "US_EMERG_PPT": _("us_emerg_ppt", "Emergency passport"),
    "US_GC": labels.US_GC,
    "US_VISA": labels.US_VISA,
    "BOARD_FOIL": _("board_foil", "Boarding foil"),
    "ENTRY_AUTH": _("entry_auth", "Approval to enter"),
    "AF_PPT": labels.AF_PPT,
    "AF_ETAZ": _("af_etaz", "Electronic tazkira"),
    "AF_TAZ": labels.AF_TAZ,
    "3C_VISA": _("3c_visa", "Visa of other land"),
    "FOR_PPT": _("for_ppt", "Passport, other land"),
    "COM_LETTER": _("com_letter", "COM letter"),
    "SIV_PACKET": _("siv_packet", "SIV papers"),
    "I130": _("i130", "Form I-130"),
    "I730": _("i730", "Form I-730"),
    "CRBA": _("crba", "U.S. birth report"),
    "NIKAH": _("nikah", "Marriage paper"),
    "BIRTH": _("birth", "Birth paper"),
}

STATES: Names = {
    "held": _("state.held", "With me"),
    "expired": _("state.expired", "Out of date"),
    "lost": _("state.lost", "Lost"),
    "taken": _("state.taken", "Taken from me"),
    "destroyed": _("state.destroyed", "Destroyed"),
    "held_by_mission": _("state.held_by_mission", "At the embassy"),
    "applied_for": _("state.applied_for", "Applied for"),
    "with_other_person": _("state.with_other_person", "With someone else"),
    "unknown": _("state.unknown", "Not sure"),
}

# The reasons that are said. Any other hold is for staff alone; custody and duress never show (domain.md §1.6).
REASONS: Names = {
    "DOC_MISSING": texts.DOC_MISSING,
    "DOC_MISSING:US_VISA": texts.DOC_MISSING_ENTRY,
    "DOC_EXPIRED": texts.DOC_EXPIRED,
    "DOC_LOST": texts.DOC_LOST,
    "DOC_NOT_CHECKED": texts.DOC_NOT_CHECKED,
    "INTENT_STALE": texts.INTENT_STALE,
    "INTENT_NOT_BEFORE": texts.INTENT_NOT_BEFORE,
    "NO_CONTACT": texts.NO_CONTACT,
    "CONSENT_SHARE_MISSING": texts.CONSENT_SHARE_MISSING,
    "PARTY": texts.PARTY,
    "NAME_UNKNOWN": texts.NAME_UNKNOWN,
    "AGING_OUT": texts.AGING_OUT,
    "CAT_NOT_COVERED": texts.Y4_SCOPE,
    "HOLD:IDENTITY": texts.E11_NOTYOU,
    "HOLD:DUPLICATE": texts.E11_NOTYOU,
}

# Whom trips are planned for, as a person is told it; codes that share a name are said once.
GROUPS: Names = {
    "USC": labels.USC,
    "USN": labels.USC,
    "LPR": labels.LPR,
    "IF_USC": labels.IF_USC,
    "IF_LPR": _("group.if_lpr", "Family of green card"),
    "IF_SM": labels.IF_SM,
    "IV_HOLD": labels.US_VISA,
    "SIV_HOLD": labels.SIV,
}

READERS: Names = {
    "TEXT": _("reader.text", "I read myself"),
    "SHORT": _("reader.short", "Few words"),
    "VOICE": _("reader.voice", "I want to listen"),
    "HELPER": _("reader.helper", "Someone reads to me"),
}

# By what someone calls a person for each case (domain.md §3). E07 has no button: it must not be known here.
CALLS: Names = {
    "E01": _("call.e01", "Someone is ill"),
    "E02": _("call.e02", "I am in danger"),
    "E03": _("call.e03", "Someone is held"),
    "E04": _("call.e04", "A child is alone"),
    "E05": _("call.e05", "I may not decide"),
    "E06": _("call.e06", "Phone lost or taken"),
    "E08": _("call.e08", "Someone has died"),
    "E09": _("call.e09", "We are apart"),
    "E10": _("call.e10", "I cannot get there"),
    "E11": _("call.e11", "Asked for money"),
    "E12": _("call.e12", "Someone uses my name"),
    "E13": _("call.e13", "Passport lost or taken"),
    "E14": _("call.e14", "I need care"),
    "E15": _("call.e15", "I do not go after all"),
    "E16": _("call.e16", "No notes reach me"),
    "E17": _("call.e17", "I am of another land"),
    "E18": _("call.e18", "A fact is wrong"),
    "E19": _("call.e19", "I am listed twice"),
    "E20": _("call.e20", "Others speak for me"),
    "E21": _("call.e21", "I do not understand"),
    "E22": labels.A_PERSON,
    "E23": labels.DELETE_ME,
    "E24": _("call.e24", "I am from the press"),
    "E25": _("call.e25", "No group fits me"),
}

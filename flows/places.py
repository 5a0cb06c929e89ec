"""The 34 provinces by their ISO codes, as people call them, most likely first; and the country's time."""

from dataclasses import dataclass
from datetime import timedelta, timezone

from flows.texts import Text
from flows.texts import Text as _

KABUL = timezone(timedelta(hours=4, minutes=30))


@dataclass(frozen=True, slots=True)
class Place:
    """A province: what it is called here, and other spellings and main towns people write for it."""

    code: str
    label: Text
    variants: tuple[str, ...] = ()


PROVINCES = (
    Place("KAB", _("KAB", "Kabul"), ("Kabol", "Cabul")),
    Place("HER", _("HER", "Herat"), ("Hirat",)),
    Place("BAL", _("BAL", "Balkh"), ("Mazar", "Mazar-e Sharif", "Mazar-i-Sharif", "مزار", "مزار شریف")),
    Place("NAN", _("NAN", "Nangarhar"), ("Jalalabad", "جلال آباد", "جلال‌آباد", "د ننګرهار")),
    Place("KAN", _("KAN", "Kandahar"), ("Qandahar", "قندهار", "کندهار")),
    Place("BDS", _("BDS", "Badakhshan"), ("Badakshan", "Faizabad", "فیض آباد")),
    Place("BDG", _("BDG", "Badghis"), ("Badgis",)),
    Place("BGL", _("BGL", "Baghlan"), ("Baglan", "Pul-e Khumri", "پل خمری", "پلخمری")),
    Place("BAM", _("BAM", "Bamyan"), ("Bamiyan", "Bamian")),
    Place("DAY", _("DAY", "Daykundi"), ("Daikondi", "Daikundi", "Dai Kundi", "Day Kundi", "دای کندی")),
    Place("FRA", _("FRA", "Farah")),
    Place("FYB", _("FYB", "Faryab"), ("Maimana", "میمنه")),
    Place("GHA", _("GHA", "Ghazni"), ("Gazni",)),
    Place("GHO", _("GHO", "Ghor"), ("Ghowr",)),
    Place("HEL", _("HEL", "Helmand"), ("Hilmand", "Lashkargah", "لشکرگاه", "لښکرګاه")),
    Place("JOW", _("JOW", "Jowzjan"), ("Jawzjan", "Jozjan", "Sheberghan", "شبرغان")),
    Place("KAP", _("KAP", "Kapisa")),
    Place("KHO", _("KHO", "Khost")),
    Place("KNR", _("KNR", "Kunar"), ("Konar", "کنرها")),
    Place("KDZ", _("KDZ", "Kunduz"), ("Kundoz", "Qunduz", "کندز", "قندوز")),
    Place("LAG", _("LAG", "Laghman"), ("Lagman",)),
    Place("LOG", _("LOG", "Logar"), ("Lowgar",)),
    Place("NIM", _("NIM", "Nimroz"), ("Nimruz", "Zaranj", "زرنج")),
    Place("NUR", _("NUR", "Nuristan"), ("Nooristan",)),
    Place("PIA", _("PIA", "Paktia"), ("Paktya", "Gardez", "گردیز", "ګردېز")),
    Place("PKA", _("PKA", "Paktika")),
    Place("PAN", _("PAN", "Panjshir"), ("Panjsher",)),
    Place("PAR", _("PAR", "Parwan"), ("Parvan", "Charikar", "چاریکار")),
    Place("SAM", _("SAM", "Samangan")),
    Place("SAR", _("SAR", "Sar-e Pol"), ("Sari Pul", "Sar-e Pul", "Sarepul", "Saripul", "سر پل")),
    Place("TAK", _("TAK", "Takhar")),
    Place("URU", _("URU", "Uruzgan"), ("Oruzgan", "Tirin Kot", "اروزگان", "ارزګان", "ترینکوت")),
    Place("WAR", _("WAR", "Wardak"), ("Maidan Wardak", "Maydan Wardak", "وردک", "وردګ")),
    Place("ZAB", _("ZAB", "Zabul"), ("Zabol",)),
)

OUTSIDE = Place("OUTSIDE", _("outside", "Outside the country"), ("خارج", "بیرون", "بهر"))

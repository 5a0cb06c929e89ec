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


def _place(label: Text, variants: str) -> Place:
    return Place(label.id, label, tuple(variants.split(", ")))


PROVINCES = (
    _place(_("KAB", "Kabul"), "Kabol, Cabul, Kabul city, کابل, کابلښار"),
    _place(_("HER", "Herat"), "Hirat, Heraat, هرات"),
    _place(
        _("BAL", "Balkh"),
        "Balk, Mazar, Mazar e Sharif, Mazar i Sharif, Mazar sharif, Mazare Sharif, بلخ, مزار, مزار شریف",
    ),
    _place(
        _("NAN", "Nangarhar"),
        "Nangrahar, Ningarhar, Nengarhar, Jalalabad, Jalal abad, Jelalabad, ننگرهار, ننګرهار, جلال آباد, "
        "جلال‌آباد, د ننګرهار",
    ),
    _place(_("KAN", "Kandahar"), "Qandahar, قندهار, کندهار"),
    _place(_("BDS", "Badakhshan"), "Badakshan, Badaxshan, Faizabad, Fayzabad, بدخشان, فیض آباد, فیض‌آباد"),
    _place(_("BDG", "Badghis"), "Badgis, Badghees, Qala e Naw, Qala i Naw, بادغیس, قلعه نو"),
    _place(
        _("BGL", "Baghlan"),
        "Baglan, Pul e Khumri, Pul i Khumri, Pole Khumri, Pulkhumri, بغلان, پل خمری, پلخمری",
    ),
    _place(_("BAM", "Bamyan"), "Bamiyan, Bamian, Bamyaan, بامیان"),
    _place(
        _("DAY", "Daykundi"),
        "Daikondi, Daikundi, Daykondi, Dai Kundi, Day Kundi, Nili, دایکندی, دای کندی, نیلی",
    ),
    _place(_("FRA", "Farah"), "Farrah, فراه"),
    _place(_("FYB", "Faryab"), "Fariab, Maimana, Maymana, فاریاب, میمنه"),
    _place(_("GHA", "Ghazni"), "Gazni, Qazni, غزنی"),
    _place(_("GHO", "Ghor"), "Ghowr, Ghoor, Chaghcharan, Firozkoh, Feroz Koh, غور, چغچران, فیروزکوه"),
    _place(
        _("HEL", "Helmand"),
        "Hilmand, Hilmend, Lashkargah, Lashkar Gah, Lashkarga, هلمند, لشکرگاه, لشکر گاه, لښکرګاه",
    ),
    _place(
        _("JOW", "Jowzjan"),
        "Jawzjan, Jozjan, Jauzjan, Juzjan, Sheberghan, Shibirghan, Shebarghan, جوزجان, شبرغان",
    ),
    _place(_("KAP", "Kapisa"), "Kapesa, Mahmud Raqi, کاپیسا, محمود راقی"),
    _place(_("KHO", "Khost"), "Khoost, Xost, خوست"),
    _place(_("KNR", "Kunar"), "Konar, Kunarr, Asadabad, کنر, کونړ, کنرها, اسد آباد, اسعد آباد"),
    _place(_("KDZ", "Kunduz"), "Kundoz, Qunduz, Kondoz, Qonduz, Kundus, کندوز, کندز, قندوز, کهندژ"),
    _place(_("LAG", "Laghman"), "Lagman, Mehtarlam, Mihtarlam, لغمان, مهترلام"),
    _place(_("LOG", "Logar"), "Lowgar, Loger, Pul e Alam, Pul i Alam, لوگر, لوګر, پل علم"),
    _place(_("NIM", "Nimroz"), "Nimruz, Nimrooz, Zaranj, نیمروز, زرنج"),
    _place(_("NUR", "Nuristan"), "Nooristan, Noristan, نورستان"),
    _place(_("PIA", "Paktia"), "Paktya, Paktiya, Gardez, Gardiz, Gardaiz, پکتیا, گردیز, ګردېز"),
    _place(_("PKA", "Paktika"), "Paktica, Sharana, Sharan, پکتیکا, شرن, شرنه"),
    _place(_("PAN", "Panjshir"), "Panjsher, Panjshair, Bazarak, پنجشیر, پنجشېر, بازارک"),
    _place(_("PAR", "Parwan"), "Parvan, Charikar, پروان, چاریکار"),
    _place(_("SAM", "Samangan"), "Samangaan, Aybak, Aibak, سمنگان, سمنګان, ایبک"),
    _place(
        _("SAR", "Sar-e Pol"),
        "Sar e Pul, Sari Pul, Sar i Pul, Sarepul, Saripul, Sarpul, Sarepol, سرپل, سر پل",
    ),
    _place(_("TAK", "Takhar"), "Taxar, Taloqan, Taluqan, تخار, تالقان"),
    _place(
        _("URU", "Uruzgan"),
        "Oruzgan, Urozgan, Orozgan, Rozgan, Tirin Kot, Tarin Kot, Tarinkot, اروزگان, ارزگان, ارزګان, روزګان, "
        "ترینکوت, ترین کوت",
    ),
    _place(
        _("WAR", "Wardak"),
        "Wardag, Maidan Wardak, Maydan Wardak, Maidan Shar, وردک, وردگ, وردګ, میدان وردک, میدان وردګ, میدان شهر",
    ),
    _place(_("ZAB", "Zabul"), "Zabol, Zabool, زابل"),
)

OUTSIDE = Place("OUTSIDE", _("outside", "Outside the country"), ("خارج", "بیرون", "بهر"))

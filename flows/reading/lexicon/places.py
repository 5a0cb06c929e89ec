"""Where somebody is: countries by their names, towns and peoples; the provinces are in `flows.places`."""

# What a country and its towns are called, then what its people and papers are called.
COUNTRIES = {
    "PK": (
        """
            pakistan / pakstan / pakisten / pakistn / pak / islamabad / islam abad / islamabaad / isb
            rawalpindi / pindi / peshawar / peshawer / pishawar / peshwar / pekhawar / pikhawar / pexawar
            quetta / quita / kuita / kwata / kweta / koita / karachi / lahore / lahor / chaman / torkham / attock
            chitral / پاکستان / اسلام آباد / اسلام‌آباد / راولپندی / پندی / راولپنډۍ / پشاور / پېښور / پیشاور
            پشاور پاکستان / کویته / کوئته / کوټه / کراچی / لاهور / چمن / تورخم / پیښور / پښور
        """,
        "pakistani / پاکستانی",
    ),
    "IR": (
        """
            iran / eran / iraan / tehran / teheran / tehraan / mashhad / mashad / mashhd / isfahan / esfahan
            zahedan / shiraz / qom / tabriz / ایران / تهران / مشهد / اصفهان / زاهدان / شیراز / قم / د ایران
        """,
        "iranian / ایرانی",
    ),
    "TR": (
        """
            turkey / turkiye / turky / turkia / turkeya / istanbul / estanbul / stanbul / ankara / izmir
            van turkey / konya / ترکیه / تورکیه / ترکیا / استانبول / استنبول / ترکیې / انقره / انکارا / آنکارا
            turkiya / turkya / torkia
        """,
        "turkish / ترکی",
    ),
    "TJ": (
        """
            tajikistan / tajekistan / tadjikistan / tajikestan / dushanbe / dushanbee / doshanbe / dushambe
            khujand / تاجکستان / تاجیکستان / دوشنبه تاجکستان / دوشنبه / دوشنبي
        """,
        "tajik citizen / tajikistani",
    ),
    "UZ": (
        """
            uzbekistan / ozbekistan / uzbekstan / tashkent / termez / termiz / tirmiz / samarkand / ازبکستان
            اوزبکستان / تاشکند / تاشکنت / ترمذ / سمرقند
        """,
        "uzbekistani",
    ),
    "TM": (
        "turkmenistan / ashgabat / ترکمنستان / عشق آباد",
        "turkmenistani",
    ),
    "QA": (
        """
            qatar / qater / gatar / katar / quatar / doha / dooha / doha qatar / قطر / دوحه / دوحا
        """,
        "qatari / قطری",
    ),
    "AE": (
        """
            uae / u a e / dubai / dubay / dobai / dubaai / abu dhabi / abudhabi / abu dabi / emirates / sharjah
            united arab emirates / امارات / امارات متحده / دوبی / دبی / ابوظبی / ابو ظبی / دوبۍ
            امارات متحده عربی / emarat
        """,
        "emirati / اماراتی",
    ),
    "SA": (
        """
            saudi arabia / saudi / riyadh / jeddah / سعودی / عربستان / عربستان سعودی / عربستان سعودي / جده / ریاض
        """,
        "saudi citizen",
    ),
    "IN": (
        """
            india / indya / delhi / new delhi / هند / هندوستان / دهلی / دهلی نو / hindustan / hendustan
            هندوستان کې
        """,
        "indian / هندی",
    ),
    "DE": (
        """
            germany / german y / germeny / jermany / alman / almania / almaan / deutschland / berlin / hamburg
            frankfurt / munich / المان / آلمان / جرمنی / جرمني / هامبورگ / برلین / جرمنی کې
        """,
        "german / germans / المانی / آلمانی / almani / جرمن",
    ),
    "FR": (
        "france / paris / فرانسه / پاریس / faransa / faransah",
        "french / فرانسوی / فرانسوي / faransawi",
    ),
    "GB": (
        """
            england / britain / great britain / united kingdom / uk / u k / london / انگلستان / بریتانیا / لندن
            انگلیس / برتانیه / engelestan / enghlistan
        """,
        "british / english citizen / انگلیسی / بریتانیایی",
    ),
    "CA": (
        """
            canada / kanada / toronto / ottawa / vancouver / montreal / کانادا / تورنتو / kanadah / کاناډا
        """,
        "canadian / canadians / canadan / canadien / کانادایی / کاناډايي / kanadayi",
    ),
    "AU": (
        """
            australia / australya / sydney / melbourne / استرالیا / آسترالیا / آسټرالیا / سدنی / astralia
            ostralia
        """,
        "australian / استرالیایی / آسترالیایی",
    ),
    "NL": (
        "netherlands / holland / amsterdam / هالند / هلند / هالیند",
        "dutch / هالندی",
    ),
    "SE": (
        "sweden / stockholm / سویدن / سوئد / سویډن",
        "swedish / سویدنی",
    ),
    "NO": (
        "norway / oslo / ناروی / ناروې",
        "norwegian / ناروژی",
    ),
    "DK": (
        "denmark / copenhagen / دنمارک / ډنمارک",
        "danish / دنمارکی",
    ),
    "IT": (
        "italy / rome / milan / ایتالیا / روم / ایټالیا",
        "italian / ایتالیایی",
    ),
    "ES": (
        "spain / madrid / هسپانیا / اسپانیا",
        "spanish",
    ),
    "GR": (
        "greece / athens / یونان",
        "greek citizen / greek",
    ),
    "AT": (
        "austria / vienna / اتریش / ویانا",
        "austrian",
    ),
    "CH": (
        "switzerland / سویس / سوئیس",
        "swiss",
    ),
    "BE": (
        "belgium / brussels / بلجیم / بلژیک",
        "belgian",
    ),
    "AL": (
        "albania / tirana / shengjin / البانیا / البانی / آلبانی",
        "albanian",
    ),
    "KW": (
        "kuwait / کویت",
        "kuwaiti",
    ),
    "RU": (
        "russia / moscow / روسیه / مسکو / russiya",
        "russian / روسی",
    ),
    "CN": (
        "china / چین",
        "chinese",
    ),
    "BR": (
        "brazil / brasil / برازیل / برزیل",
        "brazilian",
    ),
    "UA": (
        "ukraine / اوکراین",
        "ukrainian",
    ),
    "RW": (
        "rwanda / روندا",
        "rwandan",
    ),
    "AF": (
        """
            afghanistan / afganistan / afghanistn / afghnistan / avghanistan / afghanestan / افغانستان
            اوغانستان / watan / وطن / وطنم / کشور / کشورم / kishwar / keshwar / kishvar / keshvar / my country
            the country / the country here / country / هیواد / هېواد / هېواده / هیواده / hewad / hewada / haywad
            hiwad
        """,
        "afghan / afghani / afghans / afqan / افغان / افغانی / اوغان / avghan / afghan s",
    ),
}

WHERE = {
    "IN": """
        crossed to / crossed into / crossed over to / escaped into / fled into / arrived
        crossed the border to / / in / at / inside / within / still in / now in / currently in / reached
        arrived in / arrived to / arrived at / fled to / came to / moved to / got to / stuck in / living in
        live in / i live in / based in / staying in / stay in / located in / residing in / reside in / reached to
        went to / escaped to / evacuated to / left to / left for / gone to / relocated to / been in / در
        به داخل / داخل / په / په داخل / dar / da / dr / pa / pe / dakhel / dakhil / rasidim ba
    """,
    "TO": """
        to / towards / toward / into / for / به / بطرف / طرف / به طرف / تا به / ته / bah / be tarafe / taraf
        tarafe / ta / heading / go to / going to go to / به سوی / bataraf
    """,
    "FROM": """
        from / frm / of origin / originally from / resident of / native of / از / ز / له / د / az / la / ze
        از ولایت / az welayat / از شهر / اصلا از / باشنده / bashinda / bashenda / مسکونه / ساکن / اوسېدونکی
        اوسیدونکی / osedunkay
    """,
    "HERE": """
        still here / i am here / we are here / inside afghanistan / inside country / inside the country
        still in afghanistan / in afghanistan / in the country / in country / in kabul city / still inside
        stuck here / still in country / در افغانستان / داخل افغانستان / داخل کشور / داخل کشور هستم / در داخل
        در وطن / همینجا هستم / هنوز اینجا / اینجا هستیم / اینجا هستم / در داخل کشور / در داخل افغانستان
        داخل وطن / هنوز در افغانستان / په افغانستان کې / په هېواد کې / دلته یم / دلته یو / په هیواد کې
        په وطن کې / لا دلته یم / dar afghanistan / dakhel afghanistan / dar watan / inja hastim / inja hastam
        pa afghanistan ke / dalta yu / dalta yam / da afghanistan astem / dar keshwar
    """,
}

"""Words that say what a date or a number is; the months themselves are in `flows.dates`."""

TIMES = {
    "BORN": """
        dob / d o b / born / born on / born in / date of birth / birth date / birthdate / birthday / birth
        d of b / date of brith / birth day / year of birth / date birth / dateofbirth / تولد / متولد / تاریخ تولد
        تاریخ تولدم / تولدم / زاده / سال تولد / تاریخ پیدایش / تاریخ تولدی / متولد سال / تولد سال / زېږېدو نېټه
        د زېږېدو نېټه / د زیږیدو نیټه / زیږیدو نیټه / زېږېدلی / زېږېدلی یم / زیږیدلی / زیږیدلې / زېږېدلې
        د زېږون نېټه / د زیږون نیټه / زېږون / د زېږېدنې نېټه / د تولد نېټه / د تولد نیټه / د زېږون کال / زوکړه
        زېږېدو / د پیدایښت نېټه / د زیږیدنی نیټه / tawalod / tawalud / tavalod / tavallod / tawallud / motawaled
        motavaled / mutawalid / tarikh tawalod / tarikh tawalud / tarikh tavalod / tarikhe tavalod
        tarikhe tawalod / tawalodam / tarikh tawallud / zegedali / zegidalay / da zegedo neta / da zigedo nita
        zegedalay / da zezhedo neta / zezhedali / da tawalud neta / da tawalod neta / tarikhi tawalud
    """,
    "ENDS": """
        exp / expires / expire / expiry / expiring / expiration / exp date / expiry date / expires on
        expiration date / expired / valid until / valid till / valid to / valid / validity / valid thru
        valid through / ends / ending / good until / until / till / expirey / expaire / expier / ختم / تاریخ ختم
        انقضا / تاریخ انقضا / اعتبار / اعتبار تا / اعتبارش تا / معتبر / معتبر تا / اعتبار دارد تا / تا تاریخ
        ختم میشود / اعتبار تاریخ / تاریخ اعتبار / مدت اعتبار / تاریخ ختم پاسپورت / ختم پاسپورت / تا / ختمېږي
        د ختم نېټه / د اعتبار نېټه / د پای نېټه / پای / نېټه یې / اعتبار یې / تېرېږي / د ختمېدو نېټه / ختمیږی
        تر / د اعتبار موده / معتبر تر / اعتبار تر / khatm / tarikh khatm / etebar / etbar / etebar ta
        moatabar ta / khatam / enqeza / tarikh enqeza / khatmegi / da khatm neta / eatebar / tarikh etebar
        khatmesh / ekspayr / ikspair / ekspair
    """,
    "PHONE": """
        phone / fone / phon / tel / telephone / mobile / mobil / cell / whatsapp / whats app / watsapp / whatsap
        viber / signal / number / my number / phone number / phone no / mobile number / contact / contact number
        cell phone / ph / mob / mobile no / imo / telegram / contact no / cellphone / watsap / whatsup / تلفن
        تلیفون / تیلفون / تلیفونم / تیلفونم / شماره / شماره ام / شماره تماس / نمبر / نمبرم / نمبر تماس / واتساپ
        واتسآپ / واتس اپ / وتساپ / موبایل / موبایلم / شماره تلفن / شماره تیلفون / نمبر تیلفون / تماس
        شماره موبایل / نمبر موبایل / نمبر تلیفون / شماره من / شماره تلیفون / شمارم / تلفون / مبایل / نمبر واتساپ
        ټیلیفون / ټلیفون / شمېره / شمیره / د ټیلیفون شمېره / شمېره مې / اړیکه / د تلیفون شمېره / د موبایل شمېره
        نمبر مې / د اړیکې شمېره / زما شمېره / ټيلفون / تليفون / shomara / shomaram / shumara / shomareh
        shumaram / nambar / nambaram / nomra / namber / nomre / telefon / telifon / tilifon / telefun / mobail
        mobayl / watsap number / tamas / shmera / shmira / da telefon shmera / shomare tamas / shomara tamas
        shomare / da mobail shmera / zama shmera / zama nambar / nambar me / watsapp nambar / nomram
        shomara telefon
    """,
    "AGE": """
        years old / yrs old / year old / years of age / yr old / y o / yo / yrs / yr / age / aged / years old boy
        years old girl / old / month old / months old / y old / ages / days old / weeks pregnant / ساله / سال سن
        سال عمر / سن / عمر / سال دارم / ساله هستم / سن من / عمرم / سنم / ساله ام / ماهه / روزه / ساله بچه
        سال عمر دارم / کلن / کلنه / کاله عمر / عمر مې / کلن یم / کلنه یم / کال عمر / میاشتنی / کلنی / کاله / sala
        saala / salah / saleh / sal omr / sen / omr / omram / umr / kalan yam / klan / kalan / klan yam
        kalan umar / kala umar / kala / umar me / sal daram / sal umr / saleh hastam / sal umr daram
        sala hastam
    """,
    "SPAN": """
        years / year / months / month / weeks / week / days / day / hours / hour / minutes / am / pm / times
        time / years ago / days ago / weeks ago / months ago / month ago / week ago / oclock / o clock / dollars
        dollar / usd / afghani / afs / km / percent / hrs / mins / kg / rooms / million / thousand / hundred
        lakh / سال / ماه / هفته / روز / ساعت / دقیقه / بار / دفعه / دالر / افغانی / کلدار / سال پیش / ماه پیش
        روز پیش / هفته پیش / بجه / بجې / هزار / لک / شب / صبح / متر / کیلومتر / زر / زره / میلیون / کال / کلونه
        میاشتې / میاشت / اونۍ / ورځې / ورځ / ورځو / ساعته / ځله / ډالر / ډالره / افغانۍ / روپۍ / کاله مخکې
        میاشتې مخکې / کلونو / میاشتو / sal / saal / mah / hafta / roz / rooz / ruz / saat / bar / daqiqa / kal
        myasht / myashte / wraz / wraze / wrazi / onai / dalar / afghanai / hazar / rupay / saal pesh / sal pesh
        mah pesh / bajai / baja / kalona / lak / dolar
    """,
    "NAME": """
        my name is / my name / name is / names / name / the name is / myname / my nam / nam is / my name s
        full name / i am called / called / they call me / first name / my full name is / my full name / name me
        named / my name was / real name / nam / mynameis / my neme is / my names / نام من / نامم / نامم است / نام
        اسم من / اسمم / اسم / نام کامل / نام و تخلص / نام مکمل / بنده / اینجانب / اسم من است / نام بنده / نام ام
        نامش / اسمش / نامشان / نام خودم / اسم ام / زما نوم / نوم مې / نوم / زما نوم مې / پوره نوم / نوم یې
        زه یم / نوم می / خپل نوم / زما اسم / اسم مې / nam man / name man / nam e man / namam / namem / esm man
        ism man / esmam / ismam / esme man / nam kamel / esm / ism / namom / esmem / esmom / namash / namesh
        nami man / isme man / esmesh / esmash / nami ma / nam ma / zama num / zama nom / zma num / zma nom
        zama noom / zma noom / num me / nom me / num mi / nom mi / noom me / num / nom / zama nam / zma nam
        nom ye / num ye / noom mi / numme / zama num me / zama nom me
    """,
}

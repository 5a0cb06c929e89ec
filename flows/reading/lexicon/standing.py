"""Who somebody is to the United States, and which papers they name."""

STANDING = {
    "US": """
        u s / usa / u s a / america / amrica / amrika / amerika / ameriqa / emrika / amrika e / united states
        the states / united states of america / uk of us / states / amreeka / amarica / امریکا / امریکای / آمریکا
        ایالات متحده / ایالات متحده امریکا / ایالت متحده / امریکه / امریکا یی / د امریکا / متحده ایالات
        متحده ایالاتو
    """,
    "US weak": "us",
    "US mine": """
        american / americans / american s / amrikan / امریکایی / آمریکایی / امریکائی / امریکایی ها / amrikayi
        amrikai / amrikaye / amrikaee / amricai / amrikayee / emrikayi / amerikayi
    """,
    "CITIZEN": """
        citizen / citizens / citizenship / ctzn / ctizen / citzen / citizan / citisen / citizn / citezen
        citicen / cityzen / sitizen / sitizan / sitizin / setizen / citizenships / national / nationals
        nationality / naturalized / citiz / sitezen / sittizen / sitizn / sitisan / citazen / تبعه / تبعهٔ
        تبعه ی / تبعهء / تابعیت / شهروند / شهروندی / سیتیزن / سیتزن / ستیزن / سیتیزین / سیتی زن / ستیزین
        سیتیزنشیپ / ښاروند / تبعې / تبعی / تابع / ښاروندۍ / سټیزن / سیټیزن / تبعه یې / taba / tabaa / tabea
        tabe / tabia / tabeya / tabaye / tabah / tabeh / tabehe / tabai / tabeaye / tabayat / tabeyat / shahrwand
        shahrvand / sharwand / shahrwande / shahrwandi / sharvand / xarwand / kharwand / kharwande / tabiat
    """,
    "CAT USC": """
        usc / u s c / us born / born in us / born in usa / born in america / citizen of us / us citizenship
    """,
    "CAT USN": "us national / non citizen national",
    "CAT LPR": """
        گرین کارت هولدر / گرین کارت لرونکی / گرین کارد هولدر / / green card / greencard / green cards
        greencards / green card holder / greencard holder / green crd / gren card / grin card / gc holder
        green kard / greencart / green cart / lpr / l p r / permanent resident / permanent residents
        lawful permanent resident / permanent residence / permanent residency / us resident / grean card
        greencrd / green cad / greeen card / gree card / gree card holder / گرین کارت / گرینکارت / گرین کارد
        گرینکارد / گرین کارټ / گرین کاردار / کارت سبز / کارت گرین / گرین کارتی / اقامت دایمی / اقامت دائمی
        اقامت امریکا / اقامت دایم / دایمی اوسېدنې / شین کارت / شین کارټ / گرن کارت / گرین کرت / grin kart
        grin cart / grinkart / grincard / grincart / grinkard / grin kard / green kart / greenkart / garin kart
        garin card / gren kart / kart sabz / karte sabz / karti sabz / kart e sabz / carte sabz / eqamat daimi
        eqamat dayemi / shin kart / gireen card / girin kart
        green kaard / krin kart
    """,
    "CAT SIV": """
        siv / s i v / sivs / special immigrant visa / special immigrant / special visa / special immigration visa
        siv case / siv visa / siv applicant / siv holder / translator for us / interpreter for us / siv program
        ویزای خاص / ویزای خاص مهاجرت / ویزه خاص / ویزای مخصوص / ویزای ویژه / ویژه ویزه / ځانګړې ویزه / خاصه ویزه
        د کډوالۍ ځانګړې ویزه / ځانگړی ویزه / اس آی وی / اس ای وی / ایس آی وی / ایس ای وی / سیو / اسایوی
        اس آی وی دارم / wizai khas / vizai khas / wezai khas / wiza khas / viza khas / visai khas / wizaye khas
        es i v / esive / zangari wiza / khas viza
    """,
    "CAT SIV_HOLD": """
        siv issued / siv visa issued / have siv visa / siv visa in passport / siv visa in my passport
        visa siv issued / ویزای خاص صادر شده / siv visa stamped
    """,
    "CAT SIV_COM": """
        com approval / com approved / c o m approval / com letter / chief of mission / chief of mission approval
        have com / siv com / com / تایید کام / تایید com / د com تایید / com approval siv / com approve
    """,
    "CAT SIV_INT": """
        siv interview / siv interviewed / siv after interview / interview siv / مصاحبه siv
    """,
    "CAT SIV_PEND": """
        siv pending / siv applied / applied for siv / applied siv / pending siv / siv case pending
        siv is pending / siv application / siv in process / siv under process / waiting for siv / siv زیر کار
        siv جریان دارد / siv applied for
    """,
    "CAT P1": """
        p1 / priority 1 / priority one / اولویت اول / پی یک / پی ون / پی 1 / لومړی لومړیتوب / pi 1 / p one
    """,
    "CAT P2": """
        p2 / priority 2 / priority two / اولویت دوم / پی دو / پی تو / پی 2 / دویم لومړیتوب / pi 2 / p two / p to
    """,
    "CAT P1P2": "usrap / p1 p2 / p1 or p2 / p1 or p 2 / refugee referral / p 1 p 2",
    "CAT P3": "p3 / priority 3",
    "CAT FTJ": "i 730 / i730 / follow to join / following to join / v93 / visa 93",
    "CAT IV_PEND": """
        immigrant visa / immigration visa / immigrant visa case / immigration case / family visa case / visa case
        visa pending / pending visa / immigrant visa pending / i 130 / i130 / visa petition / family petition
        f2a / f2b / cr1 / ir1 / other visa / other visa case / f4 / ویزای مهاجرت / ویزای مهاجرتی / قضیه ویزا
        کیس ویزا / کیس مهاجرت / کیس مهاجرتی / ویزای فامیلی / د ویزې قضیه / د ویزې دوسیه / د کډوالۍ ویزه
        د ویزې کیس / پرونده ویزا / دوسیه ویزا / kis viza / case viza / keys viza / wiza mohajerat / kees wiza
        case wiza
    """,
    "CAT IV_PEND weak": "nvc / nvc case / petition / visa interview",
    "CAT IV_HOLD": """
        immigrant visa issued / have immigrant visa / holding immigrant visa / visa issued / ویزای مهاجرت دارم
    """,
    "CAT OTHER_AFG": """
        no case / no visa / no cases / dont have any case / dont have case / do not have any case / no status
        no us status / just afghan / only afghan / normal afghan / ordinary afghan / simple afghan
        no link to us / no connection to us / afghan citizen / afghan national / none of these / i am afghan
        im afghan / we are afghan / citizen of afghanistan / afghan only / no documents for usa / have no case
        هیچ کیس ندارم / کیس ندارم / هیچ کیس نداریم / کیس نداریم / کدام کیس ندارم / کدام کیس نداریم / افغان عادی
        فقط افغان / هیچ ویزا ندارم / ویزا ندارم / تبعه افغانستان / شهروند افغانستان / هیچ قضیه ندارم
        هیچ دوسیه ندارم / افغان هستم / افغان هستیم / هیچکدام / هیچ کدام / دوسیه ندارم / پرونده ندارم / مردم عادی
        هېڅ کیس نه لرم / هیڅ کیس نه لرم / کیس نه لرم / کیس نلرم / عادي افغان / عادي افغان یم / د افغانستان تبعه
        افغان یم / هېڅ قضیه نه لرم / هېڅ یو هم نه / قضیه نه لرم / دوسیه نه لرم / کیس نه لرو / ویزه نه لرم
        hich kes nadaram / kes nadaram / hich case nadaram / case nadaram / case nadarem / hich kis nadaram
        kis nadaram / kis nadarem / afghan adi / faqat afghan / keys nadaram / keis nadaram / case na laram
        kis na laram / hes case na laram / adi afghan
    """,
    "CAT UNSURE": """
        not sure which category / dont know my category / dont know which category / dont know what category
        not sure about category / نمیدانم کدام کتگوری
    """,
    "SOLDIER": """
        soldier / soldiers / us army / us military / us marine / us marines / army / military / marine / marines
        us soldier / american soldier / service member / us navy / us air force / navy / air force / dod
        dod civilian / pentagon / sgt / sergeant / army officer / u s army / u s military / u s soldier
        us forces / american army / american military / troops / serviceman / servicemember / سرباز امریکایی
        سرباز امریکا / عسکر امریکایی / عسکر امریکا / اردوی امریکا / ارتش امریکا / نظامی امریکا / نظامی امریکایی
        عسکر / د امریکا پوځي / د امریکا سرتېری / د امریکا عسکر / سرتېری / سرتیری / د امریکا پوځ / امریکایی عسکر
        امریکایی سرتیری / د امریکا اردو / د امریکا په اردو / په امریکایی اردو / askar / askar amrika
        askar amrikayi / askare amrika / sarbaz / sarbaz amrika / sarbaz amrikayi / urdui amrika / urduye amrika
        ordui amrika / da amrika askar / da amrika urdu / sarteray / sarteri
    """,
    "FILL": """
        us embassy / american embassy / embassy of us / us government / us troops / with us army / for us army
        us visa / american visa / us forces here / us phone / dollars / usd / worked for us / worked with us
        work for us / working with us / job / سفارت امریکا / سفارت / حکومت امریکا / ویزای امریکا / safarat
        safarat amrika / p trap / tp / com on / come on
    """,
    "PAPER PPT": """
        passport / pasport / passpport / passprt / pasaport / passports / ppt / passport number / passport no
        passport num / passport nr / pp / پاسپورت / پاسپورټ / پاسپورتم / پاسپورت نمبر / نمبر پاسپورت
        شماره پاسپورت / پاسپرت / گذرنامه / پاسپورتها / د پاسپورټ شمېره / پاسپورټ نمبر / paasport / pasaporte
        pasport nambar / nambar pasport / shomara pasport / passporte
    """,
    "PAPER AF_TAZ": """
        tazkira / tazkera / taskira / taskera / tazkirah / e tazkira / national id / id card / nid
        electronic tazkira / tazkira number / tazkera number / id number / etazkira / تذکره / تذکره الکترونیکی
        تذکره برقی / برېښنايي تذکره / نمبر تذکره / شماره تذکره / تذکره نمبر / تذکرهٔ / کارت هویت / تذکره ام
    """,
    "PAPER US_GC": """
        green card number / green card no / alien number / a number / a no / uscis number / card number
        green card num / نمبر گرین کارت / شماره گرین کارت / گرین کارت نمبر / گرین کارت شماره
        d green card number / a num
    """,
    "PAPER US_VISA": """
        visa number / visa no / visa foil / boarding foil / نمبر ویزا / شماره ویزا / ویزا نمبر / ویزه نمبر
        د ویزې شمېره / ویزه شماره
    """,
    "CASE": """
        case number / case no / case / case num / case id / receipt / receipt number / file number / receipt no
        case nr / cases / application number / petition number / ref number / نمبر دوسیه / دوسیه نمبر
        شماره دوسیه / شماره پرونده / شماره کیس / کیس نمبر / نمبر کیس / کیس / دوسیه / قضیه / پرونده
        د دوسیې شمېره / د کیس شمېره / د کیس نمبر / نمبر قضیه / شماره قضیه / کیسم / قضیه شمېره / nambar case
        shomara case / case nambar / kes / kis / nambar dosia / dosia / keis / shomara dosia / nambar kis
        kes nambar
    """,
}

"""Words that are surely no name and that nothing else is read from."""

FILLERS = {
    "IS": """
        is / am / are / was / were / be / been / has / have / had / having / got / ast / hast / hastam / hastom
        hastem / hastim / hasti / hastid / hastand / astam / astom / astem / astim / asti / astand / as / darem
        darim / daram / dara / darad / darom / darand / است / هست / هستم / هستیم / هستی / هستید / هستند / استم
        استیم / اند / ام / ایم / بود / بودم / بودیم / دارم / داریم / دارد / دارند / داره / میباشم / میباشیم
        می باشم / باشد / شد / شده / شود / شوم / دی / ده / یم / یو / یې / یی / یاست / دي / وم / وو / لرم / لرو
        لري / لرې / شو / شم / شي / شوی / شوې / شوي / yam / yem / yu / yo / yast / dai / day / de / dy / di
        laram / larm / laru / laro / lari / ye / wo / wum / shway / shawi / hastin / hastan / astan / e
    """,
    "OF": "of / د / دا / da / دې",
    "HAVE_NOT": """
        dont have / do not have / have no / without any / havent / have not / doesnt have / am not / are not
        im not / we are not / i am not / not a / not an / not us
    """,
    "HAVE_NOT mine": """
        ندارم / نداریم / ندارد / نیستم / نیستیم / نیست / نیستند / ندارند / نه لرم / نه لرو / نلرم / نلرو / نه یم
        نه یو / نه دی / نه ده / نشته / نشته دی / نه لري / نه دي / nadaram / nadarem / nadarim / nadarad / nadara
        nistam / nestam / nestem / nistim / nist / nest / nistem / na laram / na laru / nalaram / nalaru / nalarm
        na yam / na yu / nayam / na dai / na da / nashta / nadarom / nistom / nestom
    """,
    "FILL fa": """
        اصلا / اصلأ / ابدا / هیچ / بکلی / کاملا / نگویید / بگویم / حرکت / آماده حرکت / / سلام / سلامها / سلامت
        درود / وعلیکم / علیکم / السلام / السلام علیکم / سلام علیکم / صبح بخیر / شب بخیر / روز بخیر / عصر بخیر
        بخیر / خیر / وقت / وقت شما / وقت تان / جناب / محترم / محترمه / جناب عالی / آقا / آقای / خانم محترم / صاحب
        صایب / سر صاحب / لطفا / لطفأ / لطف کنید / مهربانی / مهربانی کنید / تشکر / تشکر از شما / ممنون / ممنونم
        متشکرم / سپاس / سپاسگزارم / احترام / با احترام / به امید / خداحافظ / انشالله / ان شا الله / انشاالله
        خدا / خداوند / بلی / بله / آری / هان / نخیر / خوب / خوبی / خوبید / خوبم / خوش / خوش آمدید / چطور / چطورید
        چطور هستید / چطور استی / چه / چی / چرا / چگونه / کی / کجا / کدام / آیا / چند / چقدر / چه وقت / وقتی / که
        تا / را / رو / ره / بر / هم / نیز / هر / همه / همین / همان / این / آن / اینجا / آنجا / اینها / آنها / یک
        یکی / بعضی / چیز / چیزی / کسی / کس / دیگر / دیگه / دگه / دگر / بسیار / خیلی / زیاد / کم / بیشتر / کمتر
        فقط / تنها / اگر / چون / زیرا / برای / برایم / برای ما / بخاطر / پس / باز / بعد / قبل / پیش / بالا
        پایین / داخل / خارج / بیرون / نزد / پیش از / بین / سر / سرم / دست / روی / مثل / طرف / سوی / حال / حالا
        امروز / دیروز / فردا / امشب / دیشب / گذشته / هفته گذشته / ماه گذشته / سال گذشته / آینده / هفته / ماه
        سال / روز / شب / ساعت / اول / دوم / سوم / آخر / ثبت / ثبت کنید / ثبت نام / ثبت کنین / ثبت نام کنید
        ثبت شود / ثبت کن / راجستر / راجستر کنید / بنویسید / بنویس / نوشته / نوشته کنید / می نویسم / مینویسم
        نوشتم / نوشته کردم / ارسال / روان کنید / روان / بفرستید / بگیرید / بگیرند / بگیر / گرفت / گرفتم / دادم
        دهید / بدهید / بده / دهد / کنید / کنین / کنم / کنیم / کند / کنند / کن / کردم / کردیم / کرد / کردند / کرده
        کرده ام / کرده اند / میکنم / می کنم / میکنیم / میکند / می کند / میکنند / شوید / شوند / میشود / می شود
        میشوم / شدم / شدیم / شدند / باشید / باید / شوم / گفت / گفتند / گفتم / میگویم / میگوید / گویند / بگویید
        بگو / میدانم / دانم / داشتم / داشتیم / داشت / آمد / آمدند / آید / بیاید / میاید / بیایید / معلومات
        اطلاعات / سوال / جواب / جواب بدهید / اسناد / سند / مدارک / مدرک / ویزا / ویزای / ویزه / فارم / فورم
        شماره / نمبر / لست / لیست / دوسیه / پرونده / قضیه / کیس / ولایت / ولسوالی / شهر / ناحیه / قریه / منطقه
        محل / جای / جا / سکونت / بود و باش / آدرس / خانه / خانه ما / کشور / ملک / وطن / سرحد / پرواز / پرواز بعدی
        طیاره / بعدی / میدان هوایی / میدان / سفر / راه / موتر / مشکل / مشکلات / وضعیت / حالت / زندگی / امنیت
        امن / مصون / پول / پیسه / رایگان / مریض / مریضی / دوا / داکتر / شفاخانه / مکتب / کار / وظیفه / کارمند
        معلم / محصل / انجنیر / ترجمان / طالب / طالبان / دولت / حکومت / خارجی ها / مردم / آدم / مرد / زن / مجرد
        متاهل / بیوه / نفر / عضو / اعضا / اعضای / اعضای فامیل / فامیلی / عادی / شخص / دارنده / دارای / هولدر
        صادر / منظور / منظور شده / قبول / تایید / تایید شده / رد / درخواست / درخواستی / مصاحبه / انتظار / منتظر
        منتظر هستم / منتظریم / آماده / حاضر / تصمیم / خواست / خواهش / آرزو / امید / امیدوارم / نظر / نظر شما
        نظرم / به نظر / مهم / فوری / عاجل / جدی / زود / لازم / ضرورت / نیاز / احتیاج / ممکن / ترس / میترسم / پیر
        جوان / کوچک / کلان / خرد / بزرگ / دختر جوان / سلامتی / خسته / اینک / یعنی / مثلا / طوریکه / قسمی که
        تقریبا / مجموع / جمله / شامل / همراه / بشمول / به شمول / یک جا / جمعی / پدر نام / نام پدر / ولد
        فرزند کی / تخلص / جنسیت / مذکر / مونث / تابعیت کشور / به / بسیاری / همرایم / همیش / همیشه / هنوز / اکنون
        دیگران / تمام / گپ / حرف / سپری / میخوانم / لطف / کنیدم / رسیدگی / جان سلام / عکس / پیام / صوتی / ایمیل
        بات / ربات / تیم / دفتر / سلام وقت / سپردم / ساکت / نماید / نمایید / نمایم / نمود / نموده / گردید / گردد
        ازین / ازینجا / ازاینجا / درین / دراینجا / بان / شان / شما / شمارا / شما را / تان / مان / تو / ما را
        مرا / خود / خودم را / مه / من را / منم / قرار / قرار دارم / قرار داریم / موقعیت / فعلی / سکونتم / نزدش
        نزدشان / پیشش / پیشم / نزدم / پارسال / امسال / عید / بعد عید / شکر / دولت شما / عزیز سلام / اصلی / میکنید
        دیده / دیدم / بیبینید / ببینید / بپرسم / پرسیدم / میپرسم / بپرسید / صورت / دلیل / سبب / حق / جواز / نکاح
        ازدواج / عروسی / دیگر نمیخواهم گپ / سر و / چیست / کیست / کجاست / چیزها / بکنید / بکنم / بکنین / بکند
    """,
    "FILL ps": """
        السلام علیکم / پخیر / په خیر / پخیر راغلاست / ورځ پخیر / ستړي مه شئ / ستړی مه شې / مننه / ډېره مننه
        ډیره مننه / تشکر / مهرباني / مهرباني وکړئ / مهربانی / لطفا / هیله / هیله کوم / هیله ده / هو / نه خیر / ښه
        ښه یم / ښه یې / څنګه / څنګه یې / څنګه یاست / څه / څه شی / څوک / چېرته / چیرته / کله / ولې / کوم / څو
        څومره / چې / چی / که / ته / ته مې / تر / تر څو / کې / کښې / کی / کښی / نو / بیا / هم / هر / ټول / ټوله
        دا / دغه / هغه / دلته / هلته / داسې / یو / یوه / بل / بله / نور / نوره / ډېر / ډیر / ډېره / لږ / زیات
        فقط / خو / لکه / له / له خوا / په اړه / لپاره / دپاره / پسې / سره / مخکې / وروسته / لاندې / پورته / منځ
        باندې / باندی / پرې / ترې / پکې / ورته / راته / درته / ما / ماته / ما ته / موږ ته / مونږ ته / تاسو / تاسې
        تاسو ته / ستاسو / تا / ستا / خپل / خپله / خپلې / خپلو / پخپله / ځان / ثبت / ثبت کړئ / ثبت کړه / ثبت کول
        راجستر / ولیکئ / ولیکه / ولیکی / ولیکي / لیکم / لیکل / لیکلي / راولېږئ / راکړئ / راکړه / وکړئ / وکړه
        وکړي / وکړم / کوو / کوي / کوئ / کول / کړم / کړ / کړی / کړې / کړي / کړل / کړئ / کېږي / کیږي / شته / شی
        شئ / شي / وایم / وایي / ووایئ / ووایه / ویل / پوهېږم / پوهیږم / غواړئ / غوښتنه / غوښتنلیک / اړتیا / ضرورت
        اړتیا لرم / معلومات / پوښتنه / پوښتنې / ځواب / اسناد / سند / ویزه / ویزې / ویزا / فورمه / شمېره / لېست
        لیست / دوسیه / قضیه / ولایت / ولسوالۍ / ولسوالي / ښار / کلی / ځای / ځایه / سیمه / پته / کور / کور مې
        هېواد / هیواد / وطن / پوله / سرحد / الوتنه / الوتکه / هوايي ډګر / سفر / لاره / لارې / موټر / ستونزه
        ستونزې / وضعیت / حالت / حالات / ژوند / امنیت / خوندي / پیسې / وړیا / ناروغ / ناروغي / درمل / ډاکټر
        روغتون / کار / دنده / کارکوونکی / معلم / محصل / انجنیر / ترجمان / ژباړن / طالب / طالبان / طالبانو / حکومت
        دولت / خلک / سړی / ښځه / نارینه / کونډه / واده / نفر / کس / غړي / غړی / د کورنۍ غړي / عادي / لرونکی
        لرونکې / درلودونکی / درلودونکې / صادر / منظور / مرکه / انتظار / په تمه / تمه / چمتو / پریکړه / پرېکړه
        نظر / مهم / بیړنی / عاجل / ژر / ډار / ډارېږم / ویرېږم / لوی / کوچنی / زوړ / ځوان / سلامت / نن / پرون
        سبا / نن شپه / تېر / تیره / تېره اونۍ / تیره اونۍ / تېره میاشت / راتلونکی / اونۍ / میاشت / کال / ورځ
        شپه / ساعت / لومړی / دویم / درېیم / وروستی / یعنې / تقریبا / مجموعه / شامل / په ګډون / د پلار نوم
        پلار نوم / تخلص / عکس / غږیز / پیغام / بوټ / ټیم / دفتر / خدای / خدای پامان / ان شاء الله / انشاالله
        وروره / ورور څنګه / ورور سلام / خوري / صاحب / محترم / ښاغلی / مېرمن محترمه / والا / اصلي / اوسنی / اوسنۍ
        د / او / چيرې / که چیرې / ځکه / ځکه چې / نو ځکه / بس / مهال / پرته / په / یا / راغلم / راغلو / راغلي
        راشي / ورشم / یوسئ / راسئ / به / وه / وای / دې / دی / ده / څخه / نه به / مه / پسې راغلي / بهر / ته به
        تیار / تیار یم
    """,
    "FILL roman": """
        wokrai / wokray / wokri / wokre / wokra / wokram / wukrai / wukray / konen / konin / konid / bekonen
        bokonen
        asla / aslan / abadan / gi / hama gi / khobin / khubin / khubid / khobid / khushal / khushala / salam
        salaam / salom / slam / salam alaikum / salam alekum / salam alikum / assalam / asalam / assalamu
        assalamualaikum / alaikum / alekum / alaykum / walaikum / wa alaikum / walekum / sob bakhair / sobh
        subh / bakhair / bakhayr / bakher / shab / roz / waqt / wakht / shuma / shoma / shma / shomara ra
        lotfan / lutfan / lotfaan / tashakor / tashakur / tashakkur / tashakor az shuma / mamnun / mamnoon
        manana / manena / merabani / mehrabani / mehrbani / mehrabani konid / mehrabani wakrai / merabani wakrai
        khub / khob / khoob / khubi / khobi / khoobi / khub hasti / khub asti / chetor / chitor / chetoor
        chetori / cheturi / che tor / chi / che / chera / chira / koja / kuja / kai / kay / kudam / kodam / chand
        cheqadar / chi qadar / agar / aya / ke / ki / ra / ro / ham / am / har / hama / hamin / in / un / an
        inja / unja / anja / enja / dega / degar / diga / digar / dige / bisyar / besyar / besiar / bisiar
        kheli / khaili / ziad / zyad / kam / chun / barayam / bray / baz / pas / pesh / pish / qabl / bala
        payin / bein / sar / dast / emroz / imroz / diroz / dirooz / farda / emshab / guzashta / gozashta
        hafta guzashta / hafta gozashta / mah guzashta / mahe gozashta / ayanda / sabt / sabt konid / sabt konen
        sabt nam / sabt nam konid / rajister / rajester / register konid / benawisid / benawis / nawishta
        nawishta konid / minawisam / menawisam / konid / konen / konin / kon / konam / konem / mekonam / mikonam
        mekona / mikonad / mekonad / mekonan / mekonem / kard / kardam / kardem / karda / shod / shud / shodam
        shodem / shawad / shawam / meshawad / mishawad / mesha / misha / mishe / shoda / shuda / bashad / basha
        bayad / goft / goftam / goftan / bego / begoyid / miga / dasht / dashtam / amad / amada / biaya / byaya
        asnad / sanad / madarek / wiza / viza / vizai / wizai / farm / form / lest / lest ra / wilayat / welayat
        velayat / walayat / wolayat / wulaswali / woloswali / shahr / shahre / shaar / nahia / qarya / mantaqa
        jai / jay / ja / khana / khane / khuna / parwaz / tayara / maidan / safar / rah / motar / moshkel
        mushkel / mushkil / waziat / vaziat / wazeyat / halat / zendagi / zindagi / amniat / amn / pol / pul
        paisa / paise / mariz / dawa / daktar / doktor / doctor / shafakhana / maktab / kar / wazifa / mualem
        malem / mohasel / enjener / tarjuman / tarjoman / talib / taleban / taliban / talaban / talibano / dawlat
        hukumat / mardom / mard / mojarad / bewa / ozw / aza / azaye / azai / adi / shakhs / darenda / dost dar
        sader / manzur / manzoor / qabul / rad / darkhast / mosahiba / musahiba / entezar / montazer / muntazir
        hazer / tasmim / khahesh / khwahesh / arzo / omid / umid / omidwaram / nazar / nazari / mohem / muhim
        fori / jedi / lazem / zarurat / niaz / ehtiaj / tars / metarsam / jawan / pir / khurd / kalan / bozorg
        yani / masalan / taqriban / majmu / hamagi / shamel / hamraham / hamrai / hamraim / yak ja / taraf
        qarar / maoqiat / mawqiat / asli / asl / baleh / bale / bali / are / aray / yagan / hich / hech / hes
        hes chera / insha allah / inshallah / insha / khoda / khuda / khuda hafez / khodahafez / sahib / saheb
        sayb / saib / jenab / mohtaram / muhtaram / agha sahib / zud tar / bubakhshid / bebakhshid / mara / ma ra
        mano / tu / tura / khod / khude / khodeman / hame / hami / peshesh / peshash / peshe / pesham / nazdesh
        nazdash / parsal / emsal / eid / id / shukr / shokr / tahamol / tahammol / dida / didam / bebinid
        parsan / mepursam / ro be / lutf / konim / kada / kadan / kadam / mesham / mishawam / shawem / bud
        budam / budim / na khair / bekhair / bekhayr / khair / khayr / sari / barabar / moaf / khat / kaghaz
        kaghazha / enamel / sanga / tsanga / senga / tsenga / sanga ye / tsanga yast / sanga yast / tsanga ye
        kha / kha yam / kha ye / chee / tse / sok / sook / tsok / cherta / kala / wale / wali na / tso / somra
        ta / tar / kkhe / nu / bia / bya / byaa / hum / tola / tole / dagha / dalta / dalata / dalte / halta
        dase / bal / nor / noor / nora / der / dair / dera / lag / laga / zyat / laka / warsara / makhke / mata
        ma ta / rata / darta / warta / mung ta / taso / tase / tasu / tasi / staso / stasu / khpal / khpala
        khpale / sabt kra / sabt krai / walika / walikai / walikay / likam / likal / rakrai / rakra / wakrai
        wakra / wakri / wakray / wakram / kawam / kawu / kawi / kawal / kram / kray / krai / kre / kra / kegi
        kigi / shta / wayam / wayi / wawaya / wayal / pohegam / pohigam / ghokhtana / arate / arta / artya
        zarurat laram / poshtana / zawab / dzawab / wilayat ke / kli / kalay / zay / dzay / sima / pata / kor
        kor me / pola / sarhad / alwatana / alwataka / lare / motar ke / stunza / stonza / zhwand / jwand
        khwandi / khundi / paisay / narogh / darmal / roghtun / danda / khalk / khalq / saray / sare / narina
        wada / ghari / gharay / lronkay / larunkay / lronke / laronkay / darlodonkay / manzoor shway / marka
        tama / hila / heela / wairegam / loy / loi / kochnay / zor / zwan / salamat / nan / parun / saba / ter
        tera onai / tera mayasht / tera myasht / ratlunkay / onai / myasht / wraz / shpa / lumray / lumri
        dwayam / yane / pa gadun / da plar num / plar num / wrora / wrura / khore / lat / khaghlay / wala
        osanay / pam kawa / khuday / khoday pa aman / khodai paman / khuday paman / kho / aw bia / zaka / zeka
        zaka che / mahal / ba / wa / wai / tayar / tayar yam / tsakha / skha / sakha / ba na / dai che / hm / yaw
        yawa / la / pore / pori / panah / mal / krro / kawo / kawee
    """,
}

"""Parts of names as people here bear them, in families of spellings (domain.md §7.4); a name may be none."""

LATIN = """
abas abbas abd abdal abdallah abdel abdul abdullah abdulrahman abdur abida adel adela adib afghan afsana aftab
afzal agha ahmad ahmadi ahmadzai ahmed aimal aisha ajmal akbar akbari akram alam alavi aleem ali alia alim
alizada alokozai aman amanat amanullah amena amin amina amini amir amiri amjad ana andar anisa anna anwar anwari
aqa aqila arash arefa arian ariana arif arman arsala arzo asad asadullah asef asghar ashraf asif asila aslam asma
ata atefa atiq atiqullah ayan ayesha ayoub aysha ayub azad azam azim azima aziz aziza azizi azizullah babak
babrak badshah bahar baheer bahram baqer baqi barak barakat barakzai barakzay bari barialai barna baryalai baset
basir basira basit batool baz beheshta behishta benafsha bibi bilal bilqis bismillah breshna burhan dad dadullah
dana daniel daryush daud david dawod dawood dawud dilara dilawar dilbar dost dostum duniya durani durrani ebrahim
ebrahimi edris ehsan ehsanullah elaha elena elham elyas emal emran enayat enayatullah eshaq esmail esmat
esmatullah ezatullah ezzatollah fahim fahima faisal faiz faizi faizullah fakhr fakhria farah farahnaz fared
fareed farhad farhat fariba farid farida faridoon faridullah faridun farkhunda farooq farouq faruq farzana fatah
fatana fateh fatema fatemeh fatima fatimah fawad fawzia fazal fazel fazl ferdaws fereshta ferishta feroz fida
firoz freshta frozan ghafar ghafari ghafoor ghani ghasem ghausuddin ghezal ghias gholam ghotai ghulaam ghulam
ghulami gol gran gul gulab gulalai gulalay gulbuddin gull gulnaz gulshan gulsum gulzar habib habiba habibi
habibollah habibullah hafiz hafizullah haidar haidari haider haji hakim hakimi hakimzada halim halima hamayoun
hamdard hamid hamida hamidi hamidullah hamza hanif hanifa haqmal haqyar haroon harun hasan hashem hashemi hashim
hashimi hashmat hashmatullah hasib hasiba hasina hassan hassani hayat hayatullah hedayat hedayatullah hekmat
hekmatullah helay hidayat hila homa homaira hosna hossein hosseini hotak huma humaira humayun husain hussain
hussaini hussein ibrahim idris ihsan ihsanullah ikram ilyas imran inamullah iqbal irfan ishaq islam ismael ismail
ismat israr izzatullah jabar jabbar jadran jafar jafari jahan jalal jalali jalil jalila jamal james jamil jamila
jamshid jan jana janan janat jannat javed javid jawad jawed jawid jawida john joma juma jumagul kabir kabiri
kakar kamal kamila kamran karam kareem karim karima karimi karimullah kasim kawa kawsar khadeja khadija khadijah
khaled khalid khalida khalil khalili khan kharoti khatera khatool khayal khialy khogyani khoshal khushal khyber
kobra kochai kohistani kubra laila lailuma lal lala latif latifa latifi latifullah laura layla leila lemar liaqat
lida lina lodin lutfullah madina mahbooba mahbub mahbubullah mahdi mahmood mahmoud mahmud maiwand majeed majid
malak malalai malalay malang malek malik malika mangal mansoor mansur maria mariam marjan mark maroof marwa
maryam marzia masood masooma masoud masouda masuma mateen matin meena mehdi mehr mehrabuddin mehran mehri miakhel
michael mina mir miraj miriam mirwais mirza mirzai mohamed mohammad mohammadi mohammed mohd mohib mohibullah
mohmand mohsen mohsin mojib momand momin monir morsal morteza mosavi mousavi mozhda mubarak muhammad mujeeb mujib
mukhtar mullah mumtaz munir murad muradi mursal murtaza musa muska muslim mustafa mutiullah muzamil muzhda nabi
nabil nabila nader nadera naderi nadia nadim nadira naeem nafisa nagib nahid naim najeeb najia najib najiba
najibullah najla najma namatullah nangialai naqib naqibullah narges nargis nasar naseer naser naseri nasim nasima
nasir nasira nasrat nasratullah nasreen nasrin nasrullah naveed navid nawab nawaz nawid nazanin nazar nazari
nazdana nazi nazia nazifa nazir nematullah niaz niazai niazi nik nikzad nilab nilofar nilufar noor noori nooria
noorullah noorzai noorzay nori nosrat nour nouri numan nur nuri obaid obaidi obaidullah olfat ollah omaid omar
omari omed omid osman palwasha pamir parisa parnian parveen parvez parvin parwana parwez parwin parwiz pashtana
payam paywand peter popal popalzai qader qaderi qadir qais qamar qandi qari qasem qasim qayoum qayum qodsia
qudrat qudratullah qudsia qurban qurbani qureshi qurishi rabia rafi rafiq rafiullah raheela raheem raheema rahela
rahim rahima rahimi rahimullah rahman rahmani rahmat rahmatullah rahnuma raihana rajab ramazan ramesh ramin rana
raof rasekh rashed rashid rashida rashidi rasool rasul rasuli ratib rauf razaq razeq razia rehman reza rezai
rezaie rezayee riaz rida robert robina rohina rohullah romal romina rona roqia rostam roya rukhshana ruqia rustam
saad saadat saber sabera sabir sabira sabiri saboor sabrina sabur sadaf sadat sadeq sadia sadiq sadiqi sadozai
sadullah saeed saeeda safa safi safia safiullah sahak sahar saheb sahel said saida saied sakhi sakina salahuddin
saleh saleha salem salim salima salma sama samad samadi samea sami samim samira samiullah sana sanaullah sangar
sara sarah sarwar satar sayed sayeda sayid sayyid sediq sediqa sediqi sekandar setara shabana shabir shabnam
shafi shafiq shafiqa shafiqullah shah shahab shaheen shahid shahida shahin shahla shahmahmood shaima shaista
shakib shakiba shakila shakir shamim shams shamsi shamsia shamsullah sharif sharifa sharifi shekiba sher sherzad
shinwari shir shirin shirzad shoaib shokria shorish shukria shukriya shukrullah siamak siddiq sima sitara sohail
sohaila sohrab sonia soraya spin spogmai spozhmai stanekzai stanikzai storai storay stori suhail sulaiman
sulaimani suleman sultan sultana sultani suraya syed taher tahera tahir tahmina taimur taj tajik tajuddin tamana
tamanna tamim tareq tariq tawab tawfiq temor thomas thuraya torab torialai torpekai toryalai tura turpekai ulla
ullah umar usman vali wafa wahab waheed wahid wahida wahidullah wais wali walid waliullah waly waqar waris wasim
wazhma wazir wazirwal wida xan yahya yama yaqoob yaqoobi yaqub yaqubi yar yasamin yasin yasir yasmin yosof yosuf
yosufi younis younus yousef youssouf yousuf yousufzai yunus yusof yusra yusuf yusufzai zabihullah zadran zadranay
zahed zaher zahid zahida zahir zahra zainab zainuddin zaki zakia zalmai zalmay zalmey zaman zamani zar zarghona
zarghun zarghuna zarifa zarina zarlasht zarmena zarmina zaynab zazai zazay zeba zehra zeinab zekria zenab zia
ziauddin ziaulhaq ziaullah ziba zobair zohal zohra zubair zuhal zuhra zulaikha zulfiqar zurmati
"""

ARABIC = """
لیما آرزو آرش آرمان آزاد آصف آغا ابراهیم ابراهیمی اجمل احسان احسان‌الله احمد احمدزی احمدی ادریس استانکزی اسحاق اسد
اسدالله اسلام اسلم اسماعیل اشرف اصغر اعظم اغا افضل اقا اقبال الفت الله الهام الهه الیاس امان امانالله امان‌الله
امید امیر امیری امین امینه امینی انعام انعام‌الله انور انوری انیسه اکبر اکبری اکرام اکرم ایمل ایوب بابک بارکزی
باری باسط باقر باقی ببرک بتول برنا برهان برکت بریالی بسم‌الله بصیر بصیره بلال بلقیس بنفشه بهار بهرام بهرامی بهشته
بهیر بی بیبی بی‌بی تاج تاج‌الدین تراب تمنا تمیم تهمینه تواب تورپیکی تورپیکۍ توریالی توفیق تیمور ثریا ثنا ثناالله
جان جانان جاوید جبار جعفر جعفری جلال جلالی جلیل جلیله جمال جمشید جمعه جمیل جمیله جنت جهان جواد جویده حاجی حافظ
حبیب حبیبه حبیبی حبیب‌الله حسن حسنا حسنی حسیب حسیبه حسین حسینه حسینی حشمت حشمت‌الله حفیظ حفیظ‌الله حلیم حلیمه
حمزه حمید حمیدالله حمیده حمیدی حمیرا حنیف حنیفه حکمت حکمت‌الله حکیم حکیمی حیات حیات‌الله حیدر حیدری خاطره خالد
خالده خان ختول خدیجه خلیل خلیلی خوشال خوشحال داد دانا داود داوود درانی دلآرا دلاور دلبر دوست ذبیح ذبیح‌الله
ذوالفقار ذکی رئوف رابعه راحله راسخ راشد راضیه رامش رامین رجب رحمان رحمانی رحمت رحمت‌الله رحمن رحیم رحیمه رحیمی
رحیم‌الله رخشانه رزاق رستم رسول رسولی رشید رشیده رشیدی رضا رضایی رعنا رفیع رفیع‌الله رفیق رقیه رمضان روبینا
روحالله روحینا روح‌الله رومان رومینا رونا رووف رویا ریاض ریحانه زاهد زاهده زبیر زر زرغون زرغونه زرغونې زرلښت
زرمینه زرینا زلمی زلیخا زمان زمانی زهرا زهره زکریا زکی زکیه زیبا زینب زین‌الدین ساحل سادات سالم سامیه ساپی ستار
ستاره ستانکزی ستوری ستورۍ سحر سخی سرور سعادت سعد سعدیه سعید سعیده سلطان سلطانه سلطانی سلما سلمه سلیم سلیمان
سلیمانی سلیمه سمیرا سمیره سمیع سمیع‌الله سنگر سهراب سهیل سهیلا سونیا سپوږمۍ سپوژمی سپین سکندر سکینه سیامک سید
سیده سیما شاه شاهد شاهین شاه‌محمود شاکر شایسته شبانه شبنم شبیر شریف شریفه شریفی شعیب شفیع شفیق شفیقه شمس شمسیه
شمیم شهاب شهلا شهیده شهین شورش شکرالله شکریه شکیب شکیبا شکیلا شیر شیرزاد شیرین شیما شینواری صابر صابره صابری صادق
صادقی صافی صالح صالحه صبرینا صبور صدف صدیق صدیقه صدیقی صفا صفیه صفی‌الله صلاح‌الدین صمد صمدی صمیم ضیا ضیاء طارق
طاهر طاهره ظاهر ظریفه ظهیر عادل عادله عارف عارفه عاطفه عالم عالیه عایشه عباس عباسی عبد عبدال عبدالحمید عبدالحکیم
عبدالخالق عبدالرحمن عبدالرحیم عبدالرزاق عبدالسلام عبدالعزیز عبدالغفار عبدالقادر عبدالله عبدالمجید عبدالواحد
عبدالوکیل عبدالکریم عبید عبیدالله عتیق عتیق‌الله عثمان عرفان عزت عزت‌الله عزیز عزیزه عزیزی عصمت عصمت‌الله عطا
عظیم عظیمه علی علیزاده علیم عمر عمران عمری عنایت عنایت‌الله غزال غفار غفاری غفور غلام غنی غوث غیاث فاروق فاضل
فاطمه فتاح فخریه فدا فرح فرحت فرحناز فرخنده فردوس فرزانه فرشته فرهاد فروزان فریبا فرید فریده فریدون فضل فهیم
فهیمه فواد فوزیه فیروز فیصل فیض فیضی قادر قادری قاری قاسم قدرت قدرت‌الله قدسیه قدیر قربان قربانی قمر قیس قیوم لال
لطف‌الله لطیف لطیفه لطیفی لعل لمر لودین لیاقت لیدا لیلا لیلما لیلی لینا مالک مبارک متین مجیب مجید محب محبوب
محبوبه محب‌الله محسن محمد محمدی محمود مختار مدینه مراد مرادی مرتضی مرجان مرسل مرضیه مروه مریم مزمل مسعود مسعوده
مسکا مصطفی مطیع‌الله معراج معروف معصومه ملا ملالی ملالۍ ملنگ ملک ملکه ممتاز منصور منیر مهدی مهران مهری مهمند
موسوی موسی مومن مومند مژده میر میرزا میرویس مینا میوند نادر نادره نادری نادیا نادیه نازدانه نازنین نازیا نازیه
ناصر ناصری ناهید نبی نبیل نبیله نجلا نجمه نجیب نجیبه نجیب‌الله نجیه ندیم نرگس نسرین نسیم نسیمه نصر نصرالله نصرت
نصرت‌الله نصیر نصیره نظر نظری نظیر نظیفه نعمان نعمت نعمت‌الله نعیم نفیسه نقیب نقیب‌الله ننگیالی نواب نواز نور
نورالله نورزی نوری نوریه نوید نیاز نیازی نیلاب نیلوفر نیکزاد هارون هاشم هاشمی هدایت هدایت‌الله هما همایون همدرد
هوتک هیله وارث وحید وحیده وحید‌الله وزیر وسیم وفا وقار ولی ولید ولی‌الله وهاب وژمه ویدا ویس پامیر پرنیان پروانه
پرویز پروین پریسا پشتنه پلوشه پوپل پوپلزی پښتنه پیام پیوند ځاځی ځدراڼ کامران کامله کاوه کاکړ کبری کبیر کبیری کرم
کریم کریمه کریمی کمال کوثر کوهستانی کوچی ګل ګلاب ګلالی ګلالۍ گل گلاب گلالی گلالۍ گلزار گلشن گلناز یار یاسر یاسمین
یاسین یحیی یسرا یعقوب یعقوبی یما یوسف یوسفزی یوسفی یونس
"""

# How a part ends that is no known name, and yet a name.
ENDINGS = """
ullah ollah uddin oddin zai zay zoi zada zadah zadeh khel khil yar pur pour wal manesh jan gul bakhsh dad الله
الدین زی زاده خیل یار پور وال منش جان گل بخش
"""

# Surnames of where a family came from.
OF_PLACES = """
kabuli herati balkhi logari wardaki wardak kohistani panjshiri badakhshi ghaznawi ghaznavi kandahari qandahari
nangarhari laghmani kunari nuristani parwani takhari kunduzi baghlani samangani faryabi jowzjani jawzjani bamiani
bamyani daikundi farahi helmandi paktiawal paktiwal khosti zabuli کابلی هراتی بلخی لوگری وردک کوهستانی پنجشیری
بدخشی غزنوی قندهاری ننگرهاری لغمانی کنری نورستانی پروانی تخاری کندزی بغلانی سمنگانی فاریابی جوزجانی بامیانی فراهی
هلمندی پکتیاوال خوستی زابلی
"""

# Stand before or within a name and belong to it.
TITLES = """
haji hajji mullah mulla mawlawi maulawi dr doctor eng sayed said حاجی ملا مولوی داکتر انجنیر سید استاد ustad
ostad
"""

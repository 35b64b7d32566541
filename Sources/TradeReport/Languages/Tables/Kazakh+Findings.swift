extension Kazakh {
  /// What reports say of errors, targets, goods, both sides and publications.
  static let findings = """
    # Past errors
    mean absolute error => орташа абсолюттік қате
    Bars by method, the smallest error first: {} \
    => Әдістер бойынша бағандар, ең аз қатеден бастап: {1}
    * smallest {}; 80 %, 95 %: how often the intervals held \
    => * ең аз {1}; 80 %, 95 %: аралықтар қаншалықты жиі орындалды
    One year ahead, {} erred least => Бір жыл алға ең аз қателескен әдіс: {1}
    One quarter ahead, {} erred least => Бір тоқсан алға ең аз қателескен әдіс: {1}
    One month ahead, {} erred least => Бір ай алға ең аз қателескен әдіс: {1}
    One step ahead, {} erred least => Бір қадам алға ең аз қателескен әдіс: {1}
    Up to {#} {} ahead, {} erred least => {1} {2} алға дейін ең аз қателескен әдіс: {3}
    years => жыл
    quarters => тоқсан
    months => ай
    steps => қадам
    {}, over {#} series at {} of each => {1} ({2} қатар; әрқайсысында {3})
    the last origin => соңғы нүкте
    the last {#} origins => соңғы {1} нүкте
    Each series weighs the same, hence no MAE or RMSE, which have a unit \
    => Барлық қатардың салмағы тең, сондықтан бірлікке тәуелді MAE мен RMSE берілмейді
    With one origin that is an anecdote, not evidence => Бір нүкте — дәлел емес, жеке жағдай ғана
    With {#} origins that is an anecdote, not evidence \
    => {1} нүкте — дәлел емес, жеке жағдайлар ғана
    Its lead over naive is more than noise (p {}, Diebold–Mariano test) \
    => Оның наив болжамнан артықшылығы кездейсоқ емес (p {1}, Диболд — Мариано тесті)
    Its lead over naive may be noise (p {}, Diebold–Mariano test) \
    => Оның наив болжамнан артықшылығы кездейсоқ болуы мүмкін (p {1}, Диболд — Мариано тесті)
    Whether its lead over naive is noise cannot be told: {} \
    => Оның наив болжамнан артықшылығы кездейсоқ па, айту мүмкін емес: {1}
    {#} comparisons are too few to tell a difference from chance; it takes {#} \
    => айырманы кездейсоқтықтан ажырату үшін {1} салыстыру тым аз; {2} керек
    {#} comparison is too few to tell a difference from chance; it takes {#} \
    => айырманы кездейсоқтықтан ажырату үшін {1} салыстыру тым аз; {2} керек
    the two erred alike everywhere => екі әдіс барлық жерде бірдей қателесті
    the two differ by the same everywhere, which leaves no chance to measure it by \
    => айырма барлық жерде бірдей, кездейсоқтықты өлшейтін ештеңе жоқ
    {}: a bound is no outcome to measure at => {1}: шек бойынша қате өлшенбейді
    {} is left out: it needs {#} values before the first origin \
    => Қатыспайды: {1} (бірінші нүктеге дейін {2} мән керек)
    {w} is left out: {w} => Қатыспайды: {1} ({2})
    Of {#} origins the latest {#} are measured => {1} нүктенің соңғы {2} нүктесі өлшенді
    {#} of {#} series are left out: no outcome, or fewer than two values before it \
    => {2} қатардың {1} қатары қатыспайды: нәтиже жоқ немесе оған дейін екі мәннен аз
    {#} of {#} series is left out: no outcome, or fewer than two values before it \
    => {2} қатардың {1} қатары қатыспайды: нәтиже жоқ немесе оған дейін екі мәннен аз

    # Targets
    Targets and forecast => Нысаналы көрсеткіштер мен болжам
    Named => Аталған күні
    For => Қай жылға
    Needs a year => Жылына қажет
    named {w} => {1} аталған
    without a date => күні жоқ
    The forecast with its intervals, and a mark for each target in its year \
    => Болжам аралықтарымен және әр нысаналы көрсеткіштің өз жылындағы белгісі
    Needs a year: the growth from {} on that reaches the target \
    => «Жылына қажет»: {1} жылдан бастап мақсатқа жеткізетін өсім
    Probability: that the forecast's distribution gives to the target or more; it knows of no plan \
    => «Ықтималдық»: болжам үлестірімі бойынша мақсатқа жету немесе асып кету; жоспарлар \
    ескерілмейді
    No year was named for the target of {} => {1} мақсаты үшін жыл аталмаған
    without a date: {} => күні жоқ: {1}

    # What drove the change, goods
    Balance => Сальдо
    Contributions to the growth of {} => Өсімге үлестер: {1}
    How many percentage points exports and imports added to the growth of each year \
    => Экспорт пен импорт әр жылғы өсімге қанша пайыздық тармақ қосты
    Contributions are percentage points of growth and add up to it \
    => Үлестер өсімнің пайыздық тармағымен берілген, олардың қосындысы өсімге тең
    Contributions are percentage points of the total's growth and add up to it; shares are those \
    of {}, and their change is since {} \
    => Үлестер жиынтық өсімнің пайыздық тармағымен берілген, олардың қосындысы осы өсімге тең; \
    үлес салмағы {1} жылғы, оның өзгерісі {2} жылға қарағанда
    New in {}: {} => {1} ж. жаңадан пайда болғандар: {2}
    No longer there in {}: {} => {1} ж. жоқ болғандар: {2}
    Concentration (Herfindahl–Hirschman index over {#} categories): {#} in {} \
    => Шоғырлану (Херфиндаль — Хиршман индексі, {1} топ): {3} жылы {2}
    Concentration (Herfindahl–Hirschman index over {#} categories): {#} in {}, {#} in {} \
    => Шоғырлану (Херфиндаль — Хиршман индексі, {1} топ): {3} жылы {2}, {5} жылы {4}
    Bars by category, the largest first; {} leads in {} \
    => Топтар бойынша бағандар, ең ірісінен бастап; {2} ж. бірінші орында: {1}
    Lines from each category's share then to its share now; {} gained most \
    => Әр топтың бұрынғы үлесінен қазіргі үлесіне сызықтар; ең көп өскені: {1}
    Product groups of WITS, which cover all goods => Барлық тауарды қамтитын WITS өнім топтары
    Stages of processing of WITS, which leave a rest => WITS өңдеу сатылары, қалдық қалдырады
    A second classification is there, which is never added to this one: --classification product \
    => Екінші жіктеу бар, ол бұған ешқашан қосылмайды: --classification product
    A second classification is there, which is never added to this one: --classification stage \
    => Екінші жіктеу бар, ол бұған ешқашан қосылмайды: --classification stage
    Published for 1995, 2005 and 2015 only => Тек 1995, 2005 және 2015 жж. бойынша жарияланған
    Imports drove the growth of {} and {} => {1} және {2} жж. өсімді импорт қамтамасыз етті
    Exports of {w} by group => Топтар бойынша экспорт: {1}
    {} leads by far in {}; textiles led in {} => {2} ж. алда: {1}; {3} ж. тоқыма бірінші болды
    The share of machinery rose from {#} to {#} per cent; all others fell \
    => Машиналар үлесі {1} пайыздан {2} пайызға өсті; қалғандары төмендеді

    # Both sides
    What the importer counts over what the exporter counts \
    => Импорттаушы деректері экспорттаушы деректеріне қарсы
    A point for each flow and period; above the line the importer counts more \
    => Әр нүкте — ағын мен кезең; сызықтан жоғары болса, импорттаушы көбірек есептейді
    {} counts more imports than {} counts exports in every year \
    => {1} деректері бойынша импорт жыл сайын {2} деректері бойынша экспорттан көп
    {} to {}, both sides known in {}: the importer counts more in {#} of {#}; imports over exports \
    {#} to {#}, median {#} \
    => {1} → {2}, екі тарап та белгілі {3}: импорттаушы {5} жағдайдың {4} жағдайында көбірек \
    есептейді; импорттың экспортқа қатынасы {6} – {7}, медианасы {8}
    Freight: what transport and insurance of {#} % of exports could explain of the gap; imports \
    are valued with them (CIF), exports without (FOB) \
    => Фрахт: экспорттың {1} % мөлшеріндегі тасымал мен сақтандыру түсіндіретін айырма; импорт \
    оларды қоса (CIF), экспорт оларсыз (FOB) бағаланады
    Freight: learned from {#} flows by distance; twice the distance adds {#} % to imports over \
    exports \
    => Фрахт қашықтық бойынша {1} ағыннан бағаланды; қашықтық екі еселенсе, импорттың экспортқа \
    қатынасы {2} % артады
    What else grows with distance is in it \
    => Оған қашықтықпен бірге өсетін өзге де факторлар кіреді
    Reconciled: exports^w (imports / (1 + freight))^(1 - w), free on board; each side weighs as 1 \
    / score^2 \
    => Келісілген: экспорт^w (импорт / (1 + фрахт))^(1 − w), FOB шартымен; әр тараптың салмағы 1 / \
    баға^2
    Scores, the median gap of logarithms with all partners: {} \
    => Бағалар, барлық серіктеспен логарифмдер айырмасының медианасы: {1}
    {} {#} ({#} flows, {#} partner) => {1} {2} ({3} ағын, {4} серіктес)
    {} {#} ({#} flows, {#} partners) => {1} {2} ({3} ағын, {4} серіктес)
    From one pair alone both are equal: neither side is known to err more \
    => Бір ғана жұп бойынша екеуі тең: қай тарап көбірек қателесетіні белгісіз
    Score: the median of |ln (imports / (1 + freight) / exports)| over all flows of a reporter \
    that both sides count; 0 is agreement, 0.7 a factor of two \
    => Баға: екі тарап та есептеген барлық ағын бойынша |ln (импорт / (1 + фрахт) / экспорт)| \
    медианасы; 0 — сәйкестік, 0,7 — екі есе айырма
    It does not tell which side errs => Қай тарап қателесетінін көрсетпейді

    # Publishers and publications
    Lowest and highest turnover that either side published for the year, where they differ by 5 % \
    or more \
    => Тараптардың бірі жыл үшін жариялаған ең төмен және ең жоғары тауар айналымы, айырма 5 % \
    немесе одан көп болғанда
    Each side counts in its own way: country of origin or of dispatch, time of crossing, prices at \
    the border of one or the other \
    => Әр тарап өзінше есептейді: шығарылған немесе жөнелтілген ел, шекарадан өту уақыты, екі \
    елдің біріндегі шекара бағасы
    {#} periods have a figure, {#} of them from several publications, and {#} changed with a later \
    one \
    => {1} кезең бойынша дерек бар, оның {2} кезеңі бірнеше жарияланымнан, {3} кезең кейінгісімен \
    өзгерді
    {}: publications without a date tell no vintage \
    => {1}: күні жоқ жарияланымдар дерек нұсқасын көрсетпейді
    No publication of {} has a date => {1} бойынша ешбір жарияланымның күні жоқ
    The series has taken {} since {}; no later publication changed it \
    => Қатар {2} бастап {1} мәнін алады; кейінгі жарияланымдар оны өзгертпеді
    From {} ({}) to {} ({}): a change of {}, {} => {1} ({2}) → {3} ({4}): өзгеріс {5}, {6}
    A line for each year, from its first figure to its last \
    => Әр жылға сызық — алғашқы көрсеткіштен соңғысына дейін
    The figure of {} rose with each publication => {1} ж. көрсеткіші әр жарияланыммен өсті
    {}, no date => {1}, күні жоқ
    {}, no date, {} => {1}, күні жоқ, {2}
    The series takes {} (exports and imports added), marked * above \
    => Қатар {1} мәнін алады (экспорт пен импорт қосылған), жоғарыда * белгісімен
    The series takes {}, as the partner published it, marked * above \
    => Қатар серіктес ел жариялаған {1} мәнін алады, жоғарыда * белгісімен
    The series takes {}, marked * above => Қатар {1} мәнін алады, жоғарыда * белгісімен
    The year is disputed: publications of the same date differ \
    => Жыл дерегі қайшы: бір күнгі жарияланымдар әртүрлі
    The series has a gap here: no figure of {} for the whole year \
    => Бұл жерде үзіліс: {1} бойынша толық жыл дерегі жоқ
    Turnover as published by either side: from {} ({}) to {} ({}), a ratio of {#} \
    => Тараптар жариялаған тауар айналымы: {1} ({2}) – {3} ({4}), қатынасы {5}
    Published before the period was over: not taken \
    => Кезең аяқталғанға дейін жарияланған: ескерілмеді

    # How the numbers were made
    Growth is the change over the figure before; with a bound (> or <) it is a bound, too \
    => Өсім — алдыңғы көрсеткішке қарағандағы өзгеріс; көрсеткіш шек болса (> немесе <), өсім де \
    шек
    Across a gap there is none => Үзіліс арқылы өсім есептелмейді
    The forecast is the median of its distribution; intervals are its quantiles, never below zero \
    => Болжам — өз үлестірімінің медианасы; аралықтар — оның квантильдері, нөлден төмен болмайды
    Contribution: the change of a category over the total of the first period \
    => Үлес: топтың өзгерісінің бірінші кезең жиынына қатынасы
    Exports are valued free on board, imports with insurance and freight \
    => Экспорт FOB шартымен, импорт сақтандыру мен фрахтты қоса бағаланған
    {w} ({w}) is a bound => {1} ({2}) — шек

    # Targets as scenarios
    {} by {} needs {} a {} from {} of {}, compound over {#} \
    => {2} ж. қарай {1}: {6} ж. {5} мәнінен {3} керек ({4} сайын), күрделі өсім, {7} кезең
    {} by {} needs {} a {} from {} of {} \
    => {2} ж. қарай {1}: {6} ж. {5} мәнінен {3} керек ({4} сайын)
    The latest figure is at the target already => Соңғы көрсеткіш мақсатқа жетіп қойған
    For comparison, {} to {}: {} a {}, compound \
    => Салыстыру үшін, {1}–{2}: {4} сайын {3} (күрделі өсім)
    Of {#} spans of {#} {} between exact figures {} grew as much \
    => Нақты көрсеткіштер арасындағы {2} {3} аралықтар: {1}; сонша өскені: {4}
    Of {#} span of {#} {} between exact figures {} grew as much \
    => Нақты көрсеткіштер арасындағы {2} {3} аралықтар: {1}; сонша өскені: {4}
    none => жоқ
    The forecast for {} is {#} ({#} %: {#} – {#}); the model finds the target or more {} \
    => {1} болжамы: {2} ({3} %: {4} – {5}); модель бойынша мақсатқа жету немесе асу: {6}
    all but impossible, with a probability below 0.1 % \
    => мүмкін емес дерлік, ықтималдығы 0,1 % төмен
    all but certain, with a probability above 99.9 % => айқын дерлік, ықтималдығы 99,9 % жоғары
    to have a probability of {#} % => ықтималдығы {1} %

    # Years from their parts
    From the calendar: in no earlier year are both the year and its first {#} month known, so they \
    stand for {#} of 12 months, {#} % \
    => Күнтізбе бойынша: бірде-бір өткен жылда толық жыл мен оның алғашқы айлары ({1}) қатар \
    белгілі емес, сондықтан бөлік 12 айдың {2} айы деп алынды, {3} %
    From the calendar: in no earlier year are both the year and its first {#} months known, so \
    they stand for {#} of 12 months, {#} % \
    => Күнтізбе бойынша: бірде-бір өткен жылда толық жыл мен оның алғашқы айлары ({1}) қатар \
    белгілі емес, сондықтан бөлік 12 айдың {2} айы деп алынды, {3} %
    From the share of the first {#} {} in {}, {}, which decide {#} % of the expected share; the \
    calendar's {#} % decides the rest \
    => Алғашқы {1} {2} үлесі бойынша, {3}, {4}; ол күтілетін үлестің {5} % анықтайды, қалғаны — \
    күнтізбе үлесі, {6} %
    From the share of the first {#} {} in {}, {}, which decides {#} % of the expected share; the \
    calendar's {#} % decides the rest \
    => Алғашқы {1} {2} үлесі бойынша, {3}, {4}; ол күтілетін үлестің {5} % анықтайды, қалғаны — \
    күнтізбе үлесі, {6} %
    The interval is as wide as such shares were wrong in {#} monthly series, in proportion to how \
    much years differ (root mean square of ln changes {}) \
    => Аралық ені {1} айлық қатардағы мұндай үлестердің қателеріне және жылдар айырмасына сай (ln \
    өзгерістерінің орташа квадраттық мәні: {2})
    {#}, which is usual in bilateral trade, as none is known \
    => {1}, екіжақты саудаға тән, өз өзгерістері белгісіз
    {#}, of {#} known and the {#} that is usual in bilateral trade \
    => {1}, белгілі {2} өзгеріс пен екіжақты саудаға тән {3} бойынша
    {#}, of {#} changes => {1}, {2} өзгеріс
    Published since for {}: {} => Кейін {1} үшін жарияланды: {2}
    The part is a bound, {#}: the year has no upper end \
    => Бөлік — шек, {1}: жылдың жоғарғы шегі жоқ
    The part is a bound, {#}: the year has no lower end but zero \
    => Бөлік — шек, {1}: жылдың төменгі шегі тек нөл
    """
}

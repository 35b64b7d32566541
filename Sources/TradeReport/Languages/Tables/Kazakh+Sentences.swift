extension Kazakh {
  /// What reports say of figures and forecasts.
  static let sentences = """
    # The summary
    {} was {#} {} in {} ({} on the year before) \
    => {1} {4} ж. {2} {3} болды (алдыңғы жылға қарағанда {5})
    {} was {#} {} in {} ({} on the quarter before) \
    => {1} {4} кезеңінде {2} {3} болды (алдыңғы тоқсанға қарағанда {5})
    {} was {#} {} in {} ({} on the month before) \
    => {1} {4} кезеңінде {2} {3} болды (алдыңғы айға қарағанда {5})
    {} was {#} {} in {#} ({}) => {1} {4} ж. {2} {3} болды ({5})
    {} was {#} {} in {#} => {1} {4} ж. {2} {3} болды
    {} was {#} {} in {} => {1} {4} кезеңінде {2} {3} болды
    {w} was {#} in {w} => {1} {3} кезеңінде {2} болды
    For {} the forecast is {#}; with {#} % probability it will lie between {#} and {#} \
    => {1} ж. болжамы: {2}; {3} % ықтималдықпен мән {4} – {5} аралығында болады
    For {} so far, {} was named on {} ({}); the forecast does not use it \
    => {1} ж. үшін {3} күні {2} аталды ({4}); болжам оны ескермейді
    a year, {w} => жылына орта есеппен, {1}
    a quarter, {w} => тоқсанына орта есеппен, {1}
    a month, {w} => айына орта есеппен, {1}
    {w} and forecast => {1} және болжам
    Turnover from {} to {} with gaps in {} and {}, and its forecast \
    => {1}–{2} жж. тауар айналымы ({3} және {4} жж. дерек жоқ) және оның болжамы
    {} from {} to {} as a line, with gaps where nothing is known, and the forecast to {} with its \
    intervals \
    => {1}, {2}–{3}: дерек жоқ жерде үзілетін сызық және {4} дейінгі болжам аралықтарымен
    {w} from {w} to {w} as a line, with gaps where nothing is known \
    => {1}, {2}–{3}: дерек жоқ жерде үзілетін сызық
    {w} from {w} to {w} => {1}, {2}–{3}

    # Growth
    {} to {}, across the gap: {} a year, compound over {#} \
    => {1}–{2}, үзіліс арқылы: жылына {3} (күрделі өсім, {4} жыл)
    {} to {}, across the gap: {} a quarter, compound over {#} \
    => {1}–{2}, үзіліс арқылы: тоқсанына {3} (күрделі өсім, {4} тоқсан)
    {} to {}, across the gap: {} a month, compound over {#} \
    => {1}–{2}, үзіліс арқылы: айына {3} (күрделі өсім, {4} ай)
    {} to {}: {} a year, compound; at that rate it doubles in {#} years \
    => {1}–{2}: жылына {3} (күрделі өсім); осы қарқынмен {4} жылда екі еселенеді
    {} to {}: {} a quarter, compound; at that rate it doubles in {#} quarters \
    => {1}–{2}: тоқсанына {3} (күрделі өсім); осы қарқынмен {4} тоқсанда екі еселенеді
    {} to {}: {} a month, compound; at that rate it doubles in {#} months \
    => {1}–{2}: айына {3} (күрделі өсім); осы қарқынмен {4} айда екі еселенеді
    {} to {}: {} a year, compound => {1}–{2}: жылына {3} (күрделі өсім)
    {} to {}: {} a quarter, compound => {1}–{2}: тоқсанына {3} (күрделі өсім)
    {} to {}: {} a month, compound => {1}–{2}: айына {3} (күрделі өсім)
    {}: exports and imports added, no turnover being published \
    => {1}: тауар айналымы жарияланбағандықтан, экспорт пен импорт қосылды
    {w}: the partner's figure => {1}: серіктес елдің дерегі
    {}: disputed; publications of the same date give different figures \
    => {1}: деректер қайшы; бір күнгі жарияланымдар әртүрлі мән келтіреді
    {}: no figure was published; the gap stays => {1}: дерек жарияланбаған; үзіліс қалдырылды
    Growth, % => Өсім, %
    {#} to {#} => {1}–{2}
    Shares, {#} to {#} => Үлестер, {1}–{2}

    # The forecast
    Method {} => Әдіс: {1}
    Chosen for {#} values: what followed such values in {} \
    => {1} мән үшін таңдалды: мұндай мәндерден кейін не болғаны, дерек: {2}
    {#} series of annual exports, imports and turnover of one country with another, 1962 to 2016 \
    (WITS, World Bank and UN Comtrade; Kazakhstan and Viet Nam are not among them) \
    => екі ел арасындағы жылдық экспорт, импорт және тауар айналымының {1} қатары, 1962–2016 жж. \
    (WITS, Дүниежүзілік банк және UN Comtrade; Қазақстан мен Вьетнам кірмейді)
    {#} series of annual business and economic series of many kinds (the training part of the M3 \
    competition, Makridakis and Hibon 2000) \
    => түрлі жылдық іскерлік және экономикалық {1} қатар (M3 байқауының оқыту бөлігі, Makridakis \
    and Hibon 2000)
    {}, and in the series of the file => {1}, сондай-ақ файл қатарлары
    {}, with {#} % of the mean of {} => {1}, әдістер ортасының үлесі {2} %: {3}
    {}; of the ways tried, this forecast the last values of {#} series best \
    => {1}; сыналған тәсілдердің ішінде бұл {2} қатардың соңғы мәндерін ең жақсы болжады
    Chosen for {}: {}, with the interval that {#} series of annual trade between two countries \
    needed; on series it had not seen, 95 % held for {#} in 100 \
    => Таңдау негізі ({1}): {2}; аралық ені екі ел саудасының {3} жылдық қатарынан алынды; жаңа \
    қатарларда 95 % аралық 100 жағдайдың {4} жағдайында орындалды
    the last value and the growth usual after it => соңғы мән және одан кейінгі әдеттегі өсім
    the last value and a quarter of the mean change \
    => соңғы мән және орташа өзгерістің төрттен бірі
    the last value and half the mean change => соңғы мән және орташа өзгерістің жартысы
    a single value => бір мән
    {#} values => {1} мән
    {} is a bound and enters as one: any value beyond it is possible, which widens the interval \
    => {1} — шек, ол шек ретінде ескерілді: одан арғы кез келген мән мүмкін, бұл аралықты кеңейтеді
    {} are bounds and enter as such: any value beyond it is possible, which widens the interval \
    => {1} — шектер, олар шек ретінде ескерілді: олардан арғы кез келген мән мүмкін, бұл аралықты \
    кеңейтеді
    No figure for {}: nothing is put in; they stay gaps \
    => {1} бойынша дерек жоқ: ештеңе қойылмады, үзілістер сақталды
    No figure for {}: nothing is put in; it stays a gap \
    => {1} бойынша дерек жоқ: ештеңе қойылмады, үзіліс сақталды
    The mean of all {#} values; it suits a series that swings round a level and ignores any trend \
    => Барлық {1} мәннің ортасы; деңгей маңында ауытқитын қатарға сай келеді және трендті \
    ескермейді
    A level that follows the values, without a trend; its interval takes {#} values for a stable \
    process \
    => Мәндерге ілесетін деңгей, трендсіз; аралық {1} мәнді тұрақты процесс деп есептейді
    A straight line through all {#} values; it trusts that the trend goes on and that early values \
    count like late ones \
    => Барлық {1} мән арқылы түзу; тренд жалғасады және бұрынғы мәндер соңғыларымен тең деп \
    есептейді
    Constant growth through all {#} values; few years of growth make it explode \
    => Барлық {1} мән бойынша тұрақты өсім; бірнеше жыл өсім болжамды шамадан тыс өсіреді
    The last value; its interval comes from {#} changes and is too narrow where changes grow with \
    the level \
    => Соңғы мән; аралық {1} өзгеріске негізделген және өзгерістер деңгеймен бірге өссе, тым тар
    The last season again; its interval comes from the changes between the seasons of {#} values \
    and is too narrow where changes grow with the level \
    => Соңғы маусымның қайталануы; аралық {1} мәннің маусымаралық өзгерістеріне негізделген және \
    өзгерістер деңгеймен бірге өссе, тым тар
    The line from the first value to the last, continued; its interval comes from {#} changes and \
    is too narrow where changes grow with the level \
    => Бірінші мәннен соңғысына дейінгі түзудің жалғасы; аралық {1} өзгеріске негізделген және \
    өзгерістер деңгеймен бірге өссе, тым тар
    A level and a fading trend that follow the values; five parameters from {#} values \
    => Мәндерге ілесетін деңгей мен бәсеңдейтін тренд; {1} мәннен бес параметр
    A level and a trend that follow {#} values; it trusts that the latest trend goes on, which far \
    ahead is a lot \
    => {1} мәнге ілесетін деңгей мен тренд; соңғы тренд жалғасады деп есептейді, алыс мерзімге бұл \
    батыл жорамал
    The exponential smoothing model of least AICc, learned from {#} values; its interval takes the \
    model for true \
    => AICc ең аз экспоненциалды тегістеу моделі ({1} мән); аралық модельді дұрыс деп есептейді
    A level that follows the values and half the slope of the line through all {#} values \
    => Мәндерге ілесетін деңгей және барлық {1} мән арқылы түзу еңісінің жартысы
    A level that follows the values and as much of the line through all {#} values as explains \
    them best \
    => Мәндерге ілесетін деңгей және барлық {1} мәнді ең жақсы түсіндіретін түзу үлесі
    A level that follows the values and as much of the line through those before as explains the \
    {#} values best \
    => Мәндерге ілесетін деңгей және {1} мәнді ең жақсы түсіндіретін алдыңғылар түзуінің үлесі
    A wandering level seen through noise, both measured on {#} values by maximum likelihood; it \
    expects the level to stay and knows no season \
    => Шу арқылы бақыланатын өзгермелі деңгей, {1} мән бойынша ең үлкен шындыққа ұқсастықпен \
    бағаланды; деңгей сақталады деп есептейді, маусымды білмейді
    A wandering level and slope seen through noise, measured on {#} values by maximum likelihood; \
    it expects the latest slope to go on, which far ahead is a lot \
    => Шу арқылы бақыланатын өзгермелі деңгей мен еңіс, {1} мән бойынша ең үлкен шындыққа \
    ұқсастықпен бағаланды; соңғы еңіс жалғасады деп есептейді, алыс мерзімге бұл батыл жорамал
    An ARIMA model of {#} values, its differences chosen by tests and its orders by AICc \
    => {1} мәннің ARIMA моделі; айырымдары сынақтармен, реттері AICc бойынша таңдалды
    What followed windows like the last of these {#} values in {#} series of annual trade between \
    two countries \
    => Осы {1} мәннің соңғысына ұқсас терезелерден кейін екі ел саудасының {2} жылдық қатарында не \
    болғаны
    What followed windows like the last of these {#} values in all series of the file \
    => Осы {1} мәннің соңғысына ұқсас терезелерден кейін файлдың барлық қатарында не болғаны
    The mean of {} for {#} values => Әдістердің ортасы: {1} ({2} мән)
    The median of {} for {#} values => Әдістердің медианасы: {1} ({2} мән)
    The mean of {} for {#} values, with intervals as wide as past errors of such means call for \
    => Әдістердің ортасы: {1} ({2} мән); аралықтар ені мұндай орталардың бұрынғы қателеріне сай
    The mean of {} for {#} values, with intervals as wide as the quarterly and monthly training \
    parts of the M3 competition call for \
    => Әдістердің ортасы: {1} ({2} мән); аралықтар ені M3 байқауының тоқсандық және айлық оқыту \
    бөліктеріне сай
    The forecast is the mean of regressions on the last {} values; the interval is that of the \
    longest \
    => Болжам — соңғы {1} мәнге құрылған регрессиялардың ортасы; аралық ең ұзынынікі
    The regressions see the last {#} values; earlier ones have no part \
    => Регрессиялар соңғы {1} мәнді пайдаланады; бұрынғылары қатыспайды
    The regressions see all {#} values => Регрессиялар барлық {1} мәнді пайдаланады
    The pooled regressions are left out: {} => Біріктірілген регрессиялар қолданылмады: {1}
    fewer than {#} values make no window => {1} мәннен аз болса, терезе құрылмайды
    the values never change => мәндер өзгермейді
    No member of the mean can answer from {}: the last season again \
    => Ешбір әдіс жауап бере алмайды ({1}): соңғы маусым қайталанды
    Weights: {} => Салмақтар: {1}
    {w} {#} % => {1} {2} %
    Left out: {}, it needs {#} values => Қатыспайды: {1} ({2} мән керек)
    Left out: {}, it cannot answer for this series \
    => Қатыспайды: {1} (бұл қатар үшін жауап бере алмайды)
    The intervals are {} times as wide as the members' mean \
    => Аралықтар қатысушылар ортасынан {1} есе кең
    At {#} past origins, one {} ahead, the 95 % interval held {#} times; mean error {#} \
    => Бұрынғы {1} нүктеде, бір {2} алға, 95 % аралық {3} рет орындалды; орташа қате {4}
    At {#} past origins, one {} ahead, the 95 % interval held {#} times; mean error {#}, that of \
    the last value {#} \
    => Бұрынғы {1} нүктеде, бір {2} алға, 95 % аралық {3} рет орындалды; орташа қате {4}, соңғы \
    мәндікі {5}
    The series is too short to measure past errors of the method \
    => Әдістің бұрынғы қателерін өлшеу үшін қатар тым қысқа
    """
}

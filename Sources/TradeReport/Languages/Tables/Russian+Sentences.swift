extension Russian {
  /// What reports say of figures and forecasts.
  static let sentences = """
    # The summary
    {} was {#} {} in {} ({} on the year before) \
    => {1} составил {2} {3} в {4} г. ({5} к предыдущему году)
    {} was {#} {} in {} ({} on the quarter before) \
    => {1} составил {2} {3} за {4} ({5} к предыдущему кварталу)
    {} was {#} {} in {} ({} on the month before) \
    => {1} составил {2} {3} за {4} ({5} к предыдущему месяцу)
    {} was {#} {} in {#} ({}) => {1} составил {2} {3} в {4} г. ({5})
    {} was {#} {} in {#} => {1} составил {2} {3} в {4} году
    {} was {#} {} in {} => {1} составил {2} {3} за {4}
    {w} was {#} in {w} => {1} составил {2} за {3}
    For {} the forecast is {#}; with {#} % probability it will lie between {#} and {#} \
    => Прогноз на {1} г.: {2}; с вероятностью {3} % значение составит от {4} до {5}
    For {} so far, {} was named on {} ({}); the forecast does not use it \
    => За {1} г. на {3} называлось {2} ({4}); прогноз этого не учитывает
    a year, {w} => в среднем за год, {1}
    a quarter, {w} => в среднем за квартал, {1}
    a month, {w} => в среднем за месяц, {1}
    {w} and forecast => {1} и прогноз
    Turnover from {} to {} with gaps in {} and {}, and its forecast \
    => Товарооборот за {1}–{2} гг. с пропусками в {3} и {4} гг. и его прогноз
    {} from {} to {} as a line, with gaps where nothing is known, and the forecast to {} with its \
    intervals \
    => {1} за {2}–{3}: линия с пропусками там, где данных нет, и прогноз до {4} с интервалами
    {w} from {w} to {w} as a line, with gaps where nothing is known \
    => {1} за {2}–{3}: линия с пропусками там, где данных нет
    {w} from {w} to {w} => {1} за {2}–{3}

    # Growth
    {} to {}, across the gap: {} a year, compound over {#} \
    => {1}–{2}, через пропуск: {3} в среднем за год (сложный темп, лет: {4})
    {} to {}, across the gap: {} a quarter, compound over {#} \
    => {1}–{2}, через пропуск: {3} в среднем за квартал (сложный темп, кварталов: {4})
    {} to {}, across the gap: {} a month, compound over {#} \
    => {1}–{2}, через пропуск: {3} в среднем за месяц (сложный темп, месяцев: {4})
    {} to {}: {} a year, compound; at that rate it doubles in {#} years \
    => {1}–{2}: {3} в среднем за год (сложный темп); при таком темпе удвоение происходит за {4} \
    года
    {} to {}: {} a quarter, compound; at that rate it doubles in {#} quarters \
    => {1}–{2}: {3} в среднем за квартал (сложный темп); при таком темпе удвоение происходит за \
    {4} квартала
    {} to {}: {} a month, compound; at that rate it doubles in {#} months \
    => {1}–{2}: {3} в среднем за месяц (сложный темп); при таком темпе удвоение происходит за {4} \
    месяца
    {} to {}: {} a year, compound => {1}–{2}: {3} в среднем за год (сложный темп)
    {} to {}: {} a quarter, compound => {1}–{2}: {3} в среднем за квартал (сложный темп)
    {} to {}: {} a month, compound => {1}–{2}: {3} в среднем за месяц (сложный темп)
    {}: exports and imports added, no turnover being published \
    => {1}: сумма экспорта и импорта, так как товарооборот не публиковался
    {w}: the partner's figure => {1}: данные страны-партнёра
    {}: disputed; publications of the same date give different figures \
    => {1}: данные расходятся; публикации одной даты приводят разные значения
    {}: no figure was published; the gap stays => {1}: данные не публиковались; пропуск сохранён
    Growth, % => Прирост, %
    {#} to {#} => {1}–{2}
    Shares, {#} to {#} => Доли, {1}–{2}

    # The forecast
    Method {} => Метод: {1}
    Chosen for {#} values: what followed such values in {} \
    => Основа выбора (значений в ряду: {1}): что следовало за такими значениями в {2}
    {#} series of annual exports, imports and turnover of one country with another, 1962 to 2016 \
    (WITS, World Bank and UN Comtrade; Kazakhstan and Viet Nam are not among them) \
    => годовых рядах экспорта, импорта и товарооборота между двумя странами за 1962–2016 гг. \
    (рядов: {1}; WITS, Всемирный банк и UN Comtrade; Казахстан и Вьетнам в них не входят)
    {#} series of annual business and economic series of many kinds (the training part of the M3 \
    competition, Makridakis and Hibon 2000) \
    => годовых деловых и экономических рядах разного рода (рядов: {1}; обучающая часть конкурса \
    M3, Makridakis and Hibon 2000)
    {}, and in the series of the file => {1}, а также в рядах файла
    {}, with {#} % of the mean of {} => {1}, с долей {2} % для среднего методов: {3}
    {}; of the ways tried, this forecast the last values of {#} series best \
    => {1}; из испробованных способов этот лучше всех предсказал последние значения (рядов: {2})
    Chosen for {}: {}, with the interval that {#} series of annual trade between two countries \
    needed; on series it had not seen, 95 % held for {#} in 100 \
    => Основа выбора ({1}): {2}; ширина интервала взята по годовым рядам торговли двух стран \
    (рядов: {3}); на новых рядах интервал 95 % оправдался в {4} случаях из 100
    the last value and the growth usual after it => последнее значение и обычный после него прирост
    the last value and a quarter of the mean change \
    => последнее значение и четверть среднего изменения
    the last value and half the mean change => последнее значение и половина среднего изменения
    a single value => одно значение
    {#} values => значений: {1}
    {} is a bound and enters as one: any value beyond it is possible, which widens the interval \
    => {1} — это граница, и учтена она как граница: возможно любое значение за ней, что расширяет \
    интервал
    {} are bounds and enter as such: any value beyond it is possible, which widens the interval \
    => {1} — это границы, и учтены они как границы: возможны любые значения за ними, что расширяет \
    интервал
    No figure for {}: nothing is put in; they stay gaps \
    => Нет данных за {1}: ничего не подставлено, пропуски сохранены
    No figure for {}: nothing is put in; it stays a gap \
    => Нет данных за {1}: ничего не подставлено, пропуск сохранён
    The mean of all {#} values; it suits a series that swings round a level and ignores any trend \
    => Среднее всех значений (их {1}); подходит ряду, который колеблется около уровня, и не \
    учитывает тренд
    A level that follows the values, without a trend; its interval takes {#} values for a stable \
    process \
    => Уровень, следующий за значениями, без тренда; интервал исходит из устойчивого процесса \
    (значений: {1})
    A straight line through all {#} values; it trusts that the trend goes on and that early values \
    count like late ones \
    => Прямая по всем значениям (их {1}); предполагает, что тренд продолжится и ранние значения \
    важны так же, как поздние
    Constant growth through all {#} values; few years of growth make it explode \
    => Постоянный темп роста по всем значениям (их {1}); немногие годы роста ведут к взрывному \
    прогнозу
    The last value; its interval comes from {#} changes and is too narrow where changes grow with \
    the level \
    => Последнее значение; интервал построен по изменениям (их {1}) и слишком узок, если изменения \
    растут вместе с уровнем
    The last season again; its interval comes from the changes between the seasons of {#} values \
    and is too narrow where changes grow with the level \
    => Повтор последнего сезона; интервал построен по изменениям между сезонами (значений: {1}) и \
    слишком узок, если изменения растут вместе с уровнем
    The line from the first value to the last, continued; its interval comes from {#} changes and \
    is too narrow where changes grow with the level \
    => Продолжение прямой от первого значения к последнему; интервал построен по изменениям (их \
    {1}) и слишком узок, если изменения растут вместе с уровнем
    A level and a fading trend that follow the values; five parameters from {#} values \
    => Уровень и затухающий тренд, следующие за значениями; пять параметров (значений: {1})
    A level and a trend that follow {#} values; it trusts that the latest trend goes on, which far \
    ahead is a lot \
    => Уровень и тренд, следующие за значениями (их {1}); предполагает, что последний тренд \
    продолжится, а для далёкого горизонта это смелое допущение
    The exponential smoothing model of least AICc, learned from {#} values; its interval takes the \
    model for true \
    => Модель экспоненциального сглаживания с наименьшим AICc (значений: {1}); интервал считает \
    модель верной
    A level that follows the values and half the slope of the line through all {#} values \
    => Уровень, следующий за значениями, и половина наклона прямой по всем значениям (их {1})
    A level that follows the values and as much of the line through all {#} values as explains \
    them best \
    => Уровень, следующий за значениями, и такая доля прямой по всем значениям (их {1}), которая \
    объясняет их лучше всего
    A level that follows the values and as much of the line through those before as explains the \
    {#} values best \
    => Уровень, следующий за значениями, и такая доля прямой по предыдущим, которая объясняет \
    значения (их {1}) лучше всего
    A wandering level seen through noise, both measured on {#} values by maximum likelihood; it \
    expects the level to stay and knows no season \
    => Блуждающий уровень, наблюдаемый с шумом; оценён методом максимального правдоподобия \
    (значений: {1}); предполагает, что уровень сохранится, и не знает сезона
    A wandering level and slope seen through noise, measured on {#} values by maximum likelihood; \
    it expects the latest slope to go on, which far ahead is a lot \
    => Блуждающие уровень и наклон, наблюдаемые с шумом; оценены методом максимального \
    правдоподобия (значений: {1}); предполагает, что последний наклон сохранится, а для далёкого \
    горизонта это смелое допущение
    An ARIMA model of {#} values, its differences chosen by tests and its orders by AICc \
    => Модель ARIMA (значений: {1}); разности выбраны тестами, порядки — по AICc
    What followed windows like the last of these {#} values in {#} series of annual trade between \
    two countries \
    => Что следовало за отрезками, похожими на последний (значений: {1}), в годовых рядах торговли \
    двух стран (рядов: {2})
    What followed windows like the last of these {#} values in all series of the file \
    => Что следовало за отрезками, похожими на последний (значений: {1}), во всех рядах файла
    The mean of {} for {#} values => Среднее методов: {1} (значений: {2})
    The median of {} for {#} values => Медиана методов: {1} (значений: {2})
    The mean of {} for {#} values, with intervals as wide as past errors of such means call for \
    => Среднее методов: {1} (значений: {2}); ширина интервалов соответствует прошлым ошибкам таких \
    средних
    The mean of {} for {#} values, with intervals as wide as the quarterly and monthly training \
    parts of the M3 competition call for \
    => Среднее методов: {1} (значений: {2}); ширина интервалов соответствует квартальным и \
    месячным рядам обучающей части конкурса M3
    The forecast is the mean of regressions on the last {} values; the interval is that of the \
    longest \
    => Прогноз — среднее регрессий по последним значениям ({1}); интервал взят от самой длинной
    The regressions see the last {#} values; earlier ones have no part \
    => Регрессии используют последние значения (их {1}); более ранние не участвуют
    The regressions see all {#} values => Регрессии используют все значения (их {1})
    The pooled regressions are left out: {} => Сводные регрессии не применены: {1}
    fewer than {#} values make no window => для отрезка нужно не менее {1} значений
    the values never change => значения не меняются
    No member of the mean can answer from {}: the last season again \
    => Ни один из методов не может дать ответ ({1}): повторён последний сезон
    Weights: {} => Веса: {1}
    {w} {#} % => {1} {2} %
    Left out: {}, it needs {#} values => Не участвует: {1} (нужно значений: {2})
    Left out: {}, it cannot answer for this series \
    => Не участвует: {1} (не может дать ответ для этого ряда)
    The intervals are {} times as wide as the members' mean \
    => Ширина интервалов к среднему участников, раз: {1}
    At {#} past origins, one {} ahead, the 95 % interval held {#} times; mean error {#} \
    => Прошлых точек отсчёта: {1}, горизонт: один {2}; интервал 95 % оправдался столько раз: {3}; \
    средняя ошибка {4}
    At {#} past origins, one {} ahead, the 95 % interval held {#} times; mean error {#}, that of \
    the last value {#} \
    => Прошлых точек отсчёта: {1}, горизонт: один {2}; интервал 95 % оправдался столько раз: {3}; \
    средняя ошибка {4}, у последнего значения {5}
    The series is too short to measure past errors of the method \
    => Ряд слишком короток, чтобы измерить прошлые ошибки метода
    """
}

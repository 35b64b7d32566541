extension Russian {
  /// What reports say of errors, targets, goods, both sides and publications.
  static let findings = """
    # Past errors
    mean absolute error => средняя абсолютная ошибка
    Bars by method, the smallest error first: {} \
    => Столбцы по методам, начиная с наименьшей ошибки: {1}
    * smallest {}; 80 %, 95 %: how often the intervals held \
    => * наименьшая {1}; 80 %, 95 %: как часто оправдывались интервалы
    One year ahead, {} erred least => На год вперёд наименьшую ошибку дал метод: {1}
    One quarter ahead, {} erred least => На квартал вперёд наименьшую ошибку дал метод: {1}
    One month ahead, {} erred least => На месяц вперёд наименьшую ошибку дал метод: {1}
    One step ahead, {} erred least => На шаг вперёд наименьшую ошибку дал метод: {1}
    Up to {#} {} ahead, {} erred least \
    => При горизонте до {1} ({2}) наименьшую ошибку дал метод: {3}
    years => лет
    quarters => кварталов
    months => месяцев
    steps => шагов
    {}, over {#} series at {} of each => {1} (рядов: {2}; у каждого {3})
    the last origin => последняя точка отсчёта
    the last {#} origins => последних точек отсчёта: {1}
    Each series weighs the same, hence no MAE or RMSE, which have a unit \
    => Все ряды имеют равный вес, поэтому MAE и RMSE, зависящие от единицы, не приводятся
    With one origin that is an anecdote, not evidence \
    => Одна точка отсчёта — это единичный случай, а не доказательство
    With {#} origins that is an anecdote, not evidence \
    => Точек отсчёта: {1}; это единичные случаи, а не доказательство
    Its lead over naive is more than noise (p {}, Diebold–Mariano test) \
    => Его преимущество перед наивным прогнозом неслучайно (p {1}, тест Диболда — Мариано)
    Its lead over naive may be noise (p {}, Diebold–Mariano test) \
    => Его преимущество перед наивным прогнозом может быть случайным (p {1}, тест Диболда — \
    Мариано)
    Whether its lead over naive is noise cannot be told: {} \
    => Случайно ли его преимущество перед наивным прогнозом, сказать нельзя: {1}
    {#} comparisons are too few to tell a difference from chance; it takes {#} \
    => сравнений слишком мало ({1}), чтобы отличить разницу от случайности; нужно {2}
    {#} comparison is too few to tell a difference from chance; it takes {#} \
    => сравнений слишком мало ({1}), чтобы отличить разницу от случайности; нужно {2}
    the two erred alike everywhere => оба метода ошибались одинаково
    the two differ by the same everywhere, which leaves no chance to measure it by \
    => разница всюду одинакова, и случайность измерить не по чему
    {}: a bound is no outcome to measure at \
    => {1}: граница — не точное значение, ошибка по ней не измеряется
    {} is left out: it needs {#} values before the first origin \
    => Не участвует: {1} (нужно значений до первой точки отсчёта: {2})
    {w} is left out: {w} => Не участвует: {1} ({2})
    Of {#} origins the latest {#} are measured => Измерены последние точки отсчёта: {2} из {1}
    {#} of {#} series are left out: no outcome, or fewer than two values before it \
    => Не участвует рядов: {1} из {2} (нет исхода или менее двух значений до него)
    {#} of {#} series is left out: no outcome, or fewer than two values before it \
    => Не участвует рядов: {1} из {2} (нет исхода или менее двух значений до него)

    # Targets
    Targets and forecast => Целевые показатели и прогноз
    Named => Назван
    For => На год
    Needs a year => Нужно в год
    named {w} => назван {1}
    without a date => без даты
    The forecast with its intervals, and a mark for each target in its year \
    => Прогноз с интервалами и отметка каждого целевого показателя в его году
    Needs a year: the growth from {} on that reaches the target \
    => «Нужно в год»: темп прироста после {1} года, который ведёт к цели
    Probability: that the forecast's distribution gives to the target or more; it knows of no plan \
    => «Вероятность»: достичь цели или превысить её по распределению прогноза; о планах оно не \
    знает
    No year was named for the target of {} => Год не назван для цели {1}
    without a date: {} => без даты: {1}

    # What drove the change, goods
    Balance => Сальдо
    Contributions to the growth of {} => Вклад в прирост: {1}
    How many percentage points exports and imports added to the growth of each year \
    => Сколько процентных пунктов экспорт и импорт добавили к приросту каждого года
    Contributions are percentage points of growth and add up to it \
    => Вклад дан в процентных пунктах прироста; сумма вкладов равна приросту
    Contributions are percentage points of the total's growth and add up to it; shares are those \
    of {}, and their change is since {} \
    => Вклад дан в процентных пунктах прироста итога; сумма вкладов равна этому приросту; доли — \
    за {1} год, их изменение — к {2} году
    New in {}: {} => Впервые в {1} году: {2}
    No longer there in {}: {} => Отсутствуют в {1} году: {2}
    Concentration (Herfindahl–Hirschman index over {#} categories): {#} in {} \
    => Концентрация (индекс Херфиндаля — Хиршмана, групп: {1}): {2} за {3} год
    Concentration (Herfindahl–Hirschman index over {#} categories): {#} in {}, {#} in {} \
    => Концентрация (индекс Херфиндаля — Хиршмана, групп: {1}): {2} за {3} год, {4} за {5} год
    Bars by category, the largest first; {} leads in {} \
    => Столбцы по группам, начиная с крупнейшей; в {2} году на первом месте: {1}
    Lines from each category's share then to its share now; {} gained most \
    => Линии от прежней доли каждой группы к нынешней; больше всех выросла доля: {1}
    Product groups of WITS, which cover all goods => Товарные группы WITS, охватывающие все товары
    Stages of processing of WITS, which leave a rest => Стадии обработки WITS, оставляющие остаток
    A second classification is there, which is never added to this one: --classification product \
    => Есть вторая классификация, которая с этой никогда не складывается: --classification product
    A second classification is there, which is never added to this one: --classification stage \
    => Есть вторая классификация, которая с этой никогда не складывается: --classification stage
    Published for 1995, 2005 and 2015 only => Опубликовано только за 1995, 2005 и 2015 гг
    Imports drove the growth of {} and {} => Рост в {1} и {2} обеспечил импорт
    Exports of {w} by group => Экспорт по группам: {1}
    {} leads by far in {}; textiles led in {} \
    => В {2} далеко впереди: {1}; в {3} первым был текстиль
    The share of machinery rose from {#} to {#} per cent; all others fell \
    => Доля машин выросла с {1} до {2} процентов; остальные снизились

    # Both sides
    What the importer counts over what the exporter counts \
    => Данные импортёра против данных экспортёра
    A point for each flow and period; above the line the importer counts more \
    => Точка — поток и период; выше линии импортёр учитывает больше
    {} counts more imports than {} counts exports in every year \
    => Импорт по данным страны {1} каждый год больше экспорта по данным страны {2}
    {} to {}, both sides known in {}: the importer counts more in {#} of {#}; imports over exports \
    {#} to {#}, median {#} \
    => {1} → {2}, обе стороны известны за {3}: импортёр учитывает больше в {4} из {5}; отношение \
    импорта к экспорту от {6} до {7}, медиана {8}
    Freight: what transport and insurance of {#} % of exports could explain of the gap; imports \
    are valued with them (CIF), exports without (FOB) \
    => Фрахт: часть расхождения, которую объясняют перевозка и страхование в размере {1} % \
    экспорта; импорт учитывается с ними (СИФ), экспорт — без них (ФОБ)
    Freight: learned from {#} flows by distance; twice the distance adds {#} % to imports over \
    exports \
    => Фрахт оценён по расстоянию (потоков: {1}); двойное расстояние добавляет {2} % к отношению \
    импорта к экспорту
    What else grows with distance is in it => В него входит и всё прочее, что растёт с расстоянием
    Reconciled: exports^w (imports / (1 + freight))^(1 - w), free on board; each side weighs as 1 \
    / score^2 \
    => Согласовано: экспорт^w (импорт / (1 + фрахт))^(1 − w), на условиях ФОБ; вес каждой стороны \
    1 / оценка^2
    Scores, the median gap of logarithms with all partners: {} \
    => Оценки, медианное расхождение логарифмов со всеми партнёрами: {1}
    {} {#} ({#} flows, {#} partner) => {1} {2} (потоков: {3}, партнёров: {4})
    {} {#} ({#} flows, {#} partners) => {1} {2} (потоков: {3}, партнёров: {4})
    From one pair alone both are equal: neither side is known to err more \
    => По одной паре стран обе оценки равны: неизвестно, какая сторона ошибается больше
    Score: the median of |ln (imports / (1 + freight) / exports)| over all flows of a reporter \
    that both sides count; 0 is agreement, 0.7 a factor of two \
    => Оценка: медиана |ln (импорт / (1 + фрахт) / экспорт)| по всем потокам страны, которые учли \
    обе стороны; 0 — согласие, 0,7 — различие вдвое
    It does not tell which side errs => Какая сторона ошибается, она не говорит

    # Publishers and publications
    Lowest and highest turnover that either side published for the year, where they differ by 5 % \
    or more \
    => Наименьший и наибольший товарооборот за год, опубликованный любой из сторон, где различие \
    не менее 5 %
    Each side counts in its own way: country of origin or of dispatch, time of crossing, prices at \
    the border of one or the other \
    => Каждая сторона считает по-своему: страна происхождения или отправления, время пересечения \
    границы, цены на границе одной или другой страны
    {#} periods have a figure, {#} of them from several publications, and {#} changed with a later \
    one \
    => Периодов с данными: {1}, из них по нескольким публикациям: {2}, изменено более поздней: {3}
    {}: publications without a date tell no vintage \
    => {1}: публикации без даты не дают версии данных
    No publication of {} has a date => Ни одна публикация за {1} не имеет даты
    The series has taken {} since {}; no later publication changed it \
    => Ряд использует {1} с {2}; более поздние публикации этого не изменили
    From {} ({}) to {} ({}): a change of {}, {} => От {1} ({2}) до {3} ({4}): изменение на {5}, {6}
    A line for each year, from its first figure to its last \
    => Линия для каждого года — от первого показателя к последнему
    The figure of {} rose with each publication => Показатель за {1} рос с каждой публикацией
    {}, no date => {1}, без даты
    {}, no date, {} => {1}, без даты, {2}
    The series takes {} (exports and imports added), marked * above \
    => Ряд использует {1} (сумма экспорта и импорта), выше отмечено *
    The series takes {}, as the partner published it, marked * above \
    => Ряд использует {1} по данным страны-партнёра, выше отмечено *
    The series takes {}, marked * above => Ряд использует {1}, выше отмечено *
    The year is disputed: publications of the same date differ \
    => Данные за год расходятся: публикации одной даты различаются
    The series has a gap here: no figure of {} for the whole year \
    => Здесь в ряду пропуск: у страны {1} нет показателя за весь год
    Turnover as published by either side: from {} ({}) to {} ({}), a ratio of {#} \
    => Товарооборот по публикациям сторон: от {1} ({2}) до {3} ({4}), отношение {5}
    Published before the period was over: not taken => Опубликовано до окончания периода: не учтено

    # How the numbers were made
    Growth is the change over the figure before; with a bound (> or <) it is a bound, too \
    => Прирост — изменение к предыдущему показателю; если показатель — граница (> или <), прирост \
    тоже граница
    Across a gap there is none => Через пропуск прирост не рассчитывается
    The forecast is the median of its distribution; intervals are its quantiles, never below zero \
    => Прогноз — медиана своего распределения; интервалы — его квантили, не ниже нуля
    Contribution: the change of a category over the total of the first period \
    => Вклад: изменение группы к итогу первого периода
    Exports are valued free on board, imports with insurance and freight \
    => Экспорт оценён на условиях ФОБ, импорт — СИФ, то есть со страхованием и фрахтом
    {w} ({w}) is a bound => {1} ({2}) — это граница

    # Targets as scenarios
    {} by {} needs {} a {} from {} of {}, compound over {#} \
    => {1} к {2}: нужно {3} за {4} от {5} в {6}, сложный темп (периодов: {7})
    {} by {} needs {} a {} from {} of {} => {1} к {2}: нужно {3} за {4} от {5} в {6}
    The latest figure is at the target already => Последний показатель уже достиг цели
    For comparison, {} to {}: {} a {}, compound \
    => Для сравнения, {1}–{2}: {3} за {4} (сложный темп)
    Of {#} spans of {#} {} between exact figures {} grew as much \
    => Отрезков такой длины ({2} {3}) между точными показателями: {1}; такой же рост: {4}
    Of {#} span of {#} {} between exact figures {} grew as much \
    => Отрезков такой длины ({2} {3}) между точными показателями: {1}; такой же рост: {4}
    none => нет
    The forecast for {} is {#} ({#} %: {#} – {#}); the model finds the target or more {} \
    => Прогноз на {1}: {2} ({3} %: {4} – {5}); достижение цели или превышение по модели: {6}
    all but impossible, with a probability below 0.1 % => почти невозможно, вероятность ниже 0,1 %
    all but certain, with a probability above 99.9 % => почти наверняка, вероятность выше 99,9 %
    to have a probability of {#} % => вероятность {1} %

    # Years from their parts
    From the calendar: in no earlier year are both the year and its first {#} month known, so they \
    stand for {#} of 12 months, {#} % \
    => По календарю: ни за один прошлый год не известны и весь год, и его первые месяцы (их {1}), \
    поэтому часть принята за {2} из 12 месяцев, {3} %
    From the calendar: in no earlier year are both the year and its first {#} months known, so \
    they stand for {#} of 12 months, {#} % \
    => По календарю: ни за один прошлый год не известны и весь год, и его первые месяцы (их {1}), \
    поэтому часть принята за {2} из 12 месяцев, {3} %
    From the share of the first {#} {} in {}, {}, which decide {#} % of the expected share; the \
    calendar's {#} % decides the rest \
    => По доле первых месяцев ({2}: {1}) за {3}, {4}; она определяет {5} % ожидаемой доли, \
    остальное — доля по календарю, {6} %
    From the share of the first {#} {} in {}, {}, which decides {#} % of the expected share; the \
    calendar's {#} % decides the rest \
    => По доле первых месяцев ({2}: {1}) за {3}, {4}; она определяет {5} % ожидаемой доли, \
    остальное — доля по календарю, {6} %
    The interval is as wide as such shares were wrong in {#} monthly series, in proportion to how \
    much years differ (root mean square of ln changes {}) \
    => Ширина интервала соответствует ошибкам таких долей в месячных рядах (их {1}) и изменчивости \
    по годам (среднее квадратическое изменений ln: {2})
    {#}, which is usual in bilateral trade, as none is known \
    => {1}, обычное для двусторонней торговли, так как своих изменений нет
    {#}, of {#} known and the {#} that is usual in bilateral trade \
    => {1}, по известным изменениям (их {2}) и обычному для двусторонней торговли {3}
    {#}, of {#} changes => {1}, изменений: {2}
    Published since for {}: {} => Опубликовано позднее за {1}: {2}
    The part is a bound, {#}: the year has no upper end \
    => Часть года — граница, {1}: верхнего предела у года нет
    The part is a bound, {#}: the year has no lower end but zero \
    => Часть года — граница, {1}: нижний предел года только ноль
    """
}

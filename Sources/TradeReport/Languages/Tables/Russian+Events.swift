extension Russian {
  /// What the list of events says.
  static let events = """
    Diplomatic relations established => Установлены дипломатические отношения
    Prime Minister Vo Van Kiet visits Kazakhstan => Визит Премьер-министра Во Ван Кьета в Казахстан
    Intergovernmental commission on trade, economic, scientific and technical cooperation starts \
    work \
    => Начала работу межправительственная комиссия по торгово-экономическому и научно-техническому \
    сотрудничеству
    Embassy of Viet Nam in Kazakhstan starts work => Начало работу Посольство Вьетнама в Казахстане
    Prime Minister Nguyen Tan Dung visits Kazakhstan (14 to 15 September) \
    => Визит Премьер-министра Нгуен Тан Зунга в Казахстан (14–15 сентября)
    Intergovernmental committee meets for the fourth time (Hanoi) \
    => Четвёртое заседание межправительственной комиссии (Ханой)
    President Nazarbayev visits Viet Nam (31 October to 1 November) \
    => Визит Президента Н. Назарбаева во Вьетнам (31 октября – 1 ноября)
    President Truong Tan Sang visits Kazakhstan => Визит Президента Чыонг Тан Шанга в Казахстан
    Embassy of Kazakhstan opens in Hanoi => Открыто Посольство Казахстана в Ханое
    Free trade agreement of the Eurasian Economic Union and Viet Nam signed at Burabay \
    => Подписано соглашение о свободной торговле между Евразийским экономическим союзом и \
    Вьетнамом (Бурабай)
    Free trade agreement of the Eurasian Economic Union and Viet Nam in force \
    => Вступило в силу соглашение о свободной торговле между Евразийским экономическим союзом и \
    Вьетнамом
    Free trade agreement of the EAEU with Viet Nam signed \
    => Подписано соглашение о свободной торговле ЕАЭС с Вьетнамом
    Treaty on mutual legal assistance in criminal cases signed in Hanoi \
    => В Ханое подписан договор о взаимной правовой помощи по уголовным делам
    Chairwoman of the National Assembly of Viet Nam visits Kazakhstan \
    => Визит Председателя Национального собрания Вьетнама в Казахстан
    First Kazakh wheat reaches Ho Chi Minh City (720 tonnes by way of Lianyungang) \
    => Первая партия казахстанской пшеницы прибыла в Хошимин (720 тонн через Ляньюньган)
    Ambassador Zhumakhanov briefs the press in Hanoi \
    => Посол Жумаханов провёл брифинг для прессы в Ханое
    Kazakhstan exempts citizens of Viet Nam from visas for stays of 30 days (unilateral) \
    => Казахстан в одностороннем порядке ввёл безвизовый режим для граждан Вьетнама на срок до 30 \
    дней
    Chairman of the Mazhilis visits Viet Nam => Визит Председателя Мажилиса во Вьетнам
    Ambassador Baizhanov gives the turnover of 2019 at a press conference \
    => Посол Байжанов назвал товарооборот за 2019 год на пресс-конференции
    41 containers of Kazakh chrysotile asbestos leave Xi an for Hanoi by rail \
    => 41 контейнер казахстанского хризотил-асбеста отправлен по железной дороге из Сианя в Ханой
    Prime Minister of Viet Nam receives Foreign Minister Tileuberdi; turnover of 2021 given \
    => Премьер-министр Вьетнама принял министра иностранных дел М. Тлеуберди; назван товарооборот \
    за 2021 год
    Target named: turnover of 1.5 billion USD by 2030 \
    => Назван целевой показатель: товарооборот 1,5 млрд долл. США к 2030 году
    Vice President of Viet Nam ends a visit to Kazakhstan \
    => Завершён визит Вице-президента Вьетнама в Казахстан
    Kazakh trade bodies and producers visit Viet Nam \
    => Визит казахстанских торговых организаций и производителей во Вьетнам
    President Tokayev visits Viet Nam (20 to 22 August); target of 1.5 billion USD by 2030 \
    repeated \
    => Визит Президента К.-Ж. Токаева во Вьетнам (20–22 августа); подтверждена цель 1,5 млрд долл. \
    США к 2030 году
    President Tokayev visits Viet Nam => Визит Президента К.-Ж. Токаева во Вьетнам
    Twelve documents signed in Hanoi; aim of 1 billion USD by the end of 2023 \
    => В Ханое подписано двенадцать документов; цель — 1 млрд долл. США к концу 2023 года
    Joint action plan on trade and economic relations for 2023 to 2025 signed \
    => Подписан План совместных действий в торгово-экономической сфере на 2023–2025 годы
    Intergovernmental committee meets for the eleventh time (ministers) \
    => Одиннадцатое заседание межправительственной комиссии (на уровне министров)
    Mutual visa exemption in force => Вступил в силу взаимный безвизовый режим
    First direct multimodal shipments of Kazakh grain, containers not reloaded \
    => Первые прямые мультимодальные поставки казахстанского зерна без перегрузки контейнеров
    Ambassador of Kazakhstan names a range of 2 to 5 billion USD by 2030 \
    => Посол Казахстана назвал ориентир от 2 до 5 млрд долл. США к 2030 году
    Strategic partnership established by joint statement \
    => Совместным заявлением установлено стратегическое партнёрство
    Target named: turnover of 2 billion USD in the near future \
    => Назван целевой показатель: товарооборот 2 млрд долл. США в ближайшее время
    Target named: turnover of 5 billion USD in 2030 \
    => Назван целевой показатель: товарооборот 5 млрд долл. США в 2030 году
    Deputy Prime Ministers Zhumangarin and Nguyen Hoa Binh meet; aim to double the turnover \
    => Встреча вице-премьеров С. Жумангарина и Нгуен Хоа Биня; цель — удвоить товарооборот
    """
}

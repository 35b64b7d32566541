extension Russian {
  /// The main partners.
  static let countries = """
    # Areas
    world => весь мир
    the world => весь мир
    Eurasian Economic Union => Евразийский экономический союз
    European Union => Европейский союз

    # Countries
    Kazakhstan => Казахстан
    Viet Nam => Вьетнам
    China => Китай
    Russia => Россия
    South Korea => Республика Корея
    Japan => Япония
    Germany => Германия
    France => Франция
    Italy => Италия
    United States => США
    India => Индия
    Türkiye => Турция
    Netherlands => Нидерланды
    United Kingdom => Великобритания
    Switzerland => Швейцария
    Spain => Испания
    Poland => Польша
    Singapore => Сингапур
    Thailand => Таиланд
    Malaysia => Малайзия
    Indonesia => Индонезия
    Philippines => Филиппины
    Cambodia => Камбоджа
    Laos => Лаос
    Myanmar => Мьянма
    Uzbekistan => Узбекистан
    Kyrgyzstan => Кыргызстан
    Tajikistan => Таджикистан
    Turkmenistan => Туркменистан
    Azerbaijan => Азербайджан
    Georgia => Грузия
    Armenia => Армения
    Belarus => Беларусь
    Ukraine => Украина
    Moldova => Молдова
    United Arab Emirates => ОАЭ
    Saudi Arabia => Саудовская Аравия
    Iran => Иран
    Pakistan => Пакистан
    Australia => Австралия
    Canada => Канада
    Brazil => Бразилия
    Mexico => Мексика
    Hong Kong => Гонконг
    Taiwan => Тайвань
    Afghanistan => Афганистан
    Mongolia => Монголия
    Belgium => Бельгия
    Austria => Австрия
    Czechia => Чехия
    Sweden => Швеция
    Finland => Финляндия
    Greece => Греция
    Romania => Румыния
    Lithuania => Литва
    Latvia => Латвия
    Estonia => Эстония
    Hungary => Венгрия
    Bulgaria => Болгария
    Israel => Израиль
    Egypt => Египет
    South Africa => Южно-Африканская Республика
    New Zealand => Новая Зеландия
    Sri Lanka => Шри-Ланка
    Bangladesh => Бангладеш
    """
}

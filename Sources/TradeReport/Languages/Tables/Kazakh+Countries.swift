extension Kazakh {
  /// The main partners.
  static let countries = """
    # Areas
    world => әлем
    the world => әлем
    Eurasian Economic Union => Еуразиялық экономикалық одақ
    European Union => Еуропалық одақ

    # Countries
    Kazakhstan => Қазақстан
    Viet Nam => Вьетнам
    China => Қытай
    Russia => Ресей
    South Korea => Корея Республикасы
    Japan => Жапония
    Germany => Германия
    France => Франция
    Italy => Италия
    United States => АҚШ
    India => Үндістан
    Türkiye => Түркия
    Netherlands => Нидерланд
    United Kingdom => Ұлыбритания
    Switzerland => Швейцария
    Spain => Испания
    Poland => Польша
    Singapore => Сингапур
    Thailand => Таиланд
    Malaysia => Малайзия
    Indonesia => Индонезия
    Philippines => Филиппин
    Cambodia => Камбоджа
    Laos => Лаос
    Myanmar => Мьянма
    Uzbekistan => Өзбекстан
    Kyrgyzstan => Қырғызстан
    Tajikistan => Тәжікстан
    Turkmenistan => Түрікменстан
    Azerbaijan => Әзірбайжан
    Georgia => Грузия
    Armenia => Армения
    Belarus => Беларусь
    Ukraine => Украина
    Moldova => Молдова
    United Arab Emirates => Біріккен Араб Әмірліктері
    Saudi Arabia => Сауд Арабиясы
    Iran => Иран
    Pakistan => Пәкістан
    Australia => Аустралия
    Canada => Канада
    Brazil => Бразилия
    Mexico => Мексика
    Hong Kong => Гонконг
    Taiwan => Тайвань
    Afghanistan => Ауғанстан
    Mongolia => Моңғолия
    Belgium => Бельгия
    Austria => Аустрия
    Czechia => Чехия
    Sweden => Швеция
    Finland => Финляндия
    Greece => Грекия
    Romania => Румыния
    Lithuania => Литва
    Latvia => Латвия
    Estonia => Эстония
    Hungary => Венгрия
    Bulgaria => Болгария
    Israel => Израиль
    Egypt => Мысыр
    South Africa => Оңтүстік Африка Республикасы
    New Zealand => Жаңа Зеландия
    Sri Lanka => Шри-Ланка
    Bangladesh => Бангладеш
    """
}

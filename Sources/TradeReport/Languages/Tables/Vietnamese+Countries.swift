extension Vietnamese {
  /// The main partners.
  static let countries = """
    # Areas
    world => thế giới
    the world => thế giới
    Eurasian Economic Union => Liên minh Kinh tế Á - Âu
    European Union => Liên minh châu Âu

    # Countries
    Kazakhstan => Kazakhstan
    Viet Nam => Việt Nam
    China => Trung Quốc
    Russia => Nga
    South Korea => Hàn Quốc
    Japan => Nhật Bản
    Germany => Đức
    France => Pháp
    Italy => Italy
    United States => Hoa Kỳ
    India => Ấn Độ
    Türkiye => Thổ Nhĩ Kỳ
    Netherlands => Hà Lan
    United Kingdom => Anh
    Switzerland => Thụy Sĩ
    Spain => Tây Ban Nha
    Poland => Ba Lan
    Singapore => Singapore
    Thailand => Thái Lan
    Malaysia => Malaysia
    Indonesia => Indonesia
    Philippines => Philippines
    Cambodia => Campuchia
    Laos => Lào
    Myanmar => Myanmar
    Uzbekistan => Uzbekistan
    Kyrgyzstan => Kyrgyzstan
    Tajikistan => Tajikistan
    Turkmenistan => Turkmenistan
    Azerbaijan => Azerbaijan
    Georgia => Georgia
    Armenia => Armenia
    Belarus => Belarus
    Ukraine => Ukraina
    Moldova => Moldova
    United Arab Emirates => Các Tiểu vương quốc Ả Rập Thống nhất
    Saudi Arabia => Ả Rập Xê Út
    Iran => Iran
    Pakistan => Pakistan
    Australia => Australia
    Canada => Canada
    Brazil => Brazil
    Mexico => Mexico
    Hong Kong => Hồng Kông (Trung Quốc)
    Taiwan => Đài Loan
    Afghanistan => Afghanistan
    Mongolia => Mông Cổ
    Belgium => Bỉ
    Austria => Áo
    Czechia => Séc
    Sweden => Thụy Điển
    Finland => Phần Lan
    Greece => Hy Lạp
    Romania => Romania
    Lithuania => Litva
    Latvia => Latvia
    Estonia => Estonia
    Hungary => Hungary
    Bulgaria => Bulgaria
    Israel => Israel
    Egypt => Ai Cập
    South Africa => Nam Phi
    New Zealand => New Zealand
    Sri Lanka => Sri Lanka
    Bangladesh => Bangladesh
    """
}

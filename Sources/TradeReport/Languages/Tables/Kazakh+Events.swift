extension Kazakh {
  /// What the list of events says.
  static let events = """
    Diplomatic relations established => Дипломатиялық қатынастар орнатылды
    Prime Minister Vo Van Kiet visits Kazakhstan \
    => Премьер-министр Во Ван Кьеттің Қазақстанға сапары
    Intergovernmental commission on trade, economic, scientific and technical cooperation starts \
    work \
    => Сауда-экономикалық және ғылыми-техникалық ынтымақтастық жөніндегі үкіметаралық комиссия \
    жұмысын бастады
    Embassy of Viet Nam in Kazakhstan starts work \
    => Вьетнамның Қазақстандағы елшілігі жұмысын бастады
    Prime Minister Nguyen Tan Dung visits Kazakhstan (14 to 15 September) \
    => Премьер-министр Нгуен Тан Зунгтың Қазақстанға сапары (14–15 қыркүйек)
    Intergovernmental committee meets for the fourth time (Hanoi) \
    => Үкіметаралық комиссияның төртінші отырысы (Ханой)
    President Nazarbayev visits Viet Nam (31 October to 1 November) \
    => Президент Н. Назарбаевтың Вьетнамға сапары (31 қазан – 1 қараша)
    President Truong Tan Sang visits Kazakhstan => Президент Чыонг Тан Шангтың Қазақстанға сапары
    Embassy of Kazakhstan opens in Hanoi => Ханойда Қазақстан елшілігі ашылды
    Free trade agreement of the Eurasian Economic Union and Viet Nam signed at Burabay \
    => Бурабайда Еуразиялық экономикалық одақ пен Вьетнам арасындағы еркін сауда туралы келісімге \
    қол қойылды
    Free trade agreement of the Eurasian Economic Union and Viet Nam in force \
    => Еуразиялық экономикалық одақ пен Вьетнам арасындағы еркін сауда туралы келісім күшіне енді
    Free trade agreement of the EAEU with Viet Nam signed \
    => ЕАЭО мен Вьетнам арасындағы еркін сауда туралы келісімге қол қойылды
    Treaty on mutual legal assistance in criminal cases signed in Hanoi \
    => Ханойда қылмыстық істер бойынша өзара құқықтық көмек туралы шартқа қол қойылды
    Chairwoman of the National Assembly of Viet Nam visits Kazakhstan \
    => Вьетнам Ұлттық жиналысы төрайымының Қазақстанға сапары
    First Kazakh wheat reaches Ho Chi Minh City (720 tonnes by way of Lianyungang) \
    => Қазақстан бидайының алғашқы партиясы Хошиминге жетті (Ляньюньган арқылы 720 тонна)
    Ambassador Zhumakhanov briefs the press in Hanoi \
    => Елші Жұмаханов Ханойда баспасөзге брифинг өткізді
    Kazakhstan exempts citizens of Viet Nam from visas for stays of 30 days (unilateral) \
    => Қазақстан Вьетнам азаматтары үшін 30 күнге дейін визасыз режимді біржақты енгізді
    Chairman of the Mazhilis visits Viet Nam => Мәжіліс Төрағасының Вьетнамға сапары
    Ambassador Baizhanov gives the turnover of 2019 at a press conference \
    => Елші Байжанов баспасөз конференциясында 2019 жылғы тауар айналымын атады
    41 containers of Kazakh chrysotile asbestos leave Xi an for Hanoi by rail \
    => Қазақстан хризотил-асбестінің 41 контейнері Сианьнан Ханойға теміржолмен жөнелтілді
    Prime Minister of Viet Nam receives Foreign Minister Tileuberdi; turnover of 2021 given \
    => Вьетнам Премьер-министрі Сыртқы істер министрі М. Тілеубердіні қабылдады; 2021 жылғы тауар \
    айналымы аталды
    Target named: turnover of 1.5 billion USD by 2030 \
    => Нысаналы көрсеткіш аталды: 2030 жылға қарай тауар айналымы 1,5 млрд АҚШ доллары
    Vice President of Viet Nam ends a visit to Kazakhstan \
    => Вьетнам Вице-президентінің Қазақстанға сапары аяқталды
    Kazakh trade bodies and producers visit Viet Nam \
    => Қазақстанның сауда ұйымдары мен өндірушілерінің Вьетнамға сапары
    President Tokayev visits Viet Nam (20 to 22 August); target of 1.5 billion USD by 2030 \
    repeated \
    => Президент Қ.-Ж. Тоқаевтың Вьетнамға сапары (20–22 тамыз); 2030 жылға қарай 1,5 млрд АҚШ \
    доллары мақсаты қайталанды
    President Tokayev visits Viet Nam => Президент Қ.-Ж. Тоқаевтың Вьетнамға сапары
    Twelve documents signed in Hanoi; aim of 1 billion USD by the end of 2023 \
    => Ханойда он екі құжатқа қол қойылды; мақсат — 2023 жылдың соңына қарай 1 млрд АҚШ доллары
    Joint action plan on trade and economic relations for 2023 to 2025 signed \
    => 2023–2025 жылдарға арналған сауда-экономикалық қатынастар жөніндегі бірлескен іс-қимыл \
    жоспарына қол қойылды
    Intergovernmental committee meets for the eleventh time (ministers) \
    => Үкіметаралық комиссияның он бірінші отырысы (министрлер деңгейінде)
    Mutual visa exemption in force => Өзара визасыз режим күшіне енді
    First direct multimodal shipments of Kazakh grain, containers not reloaded \
    => Контейнерлер қайта тиелмей, қазақстандық астықтың алғашқы тікелей мультимодальды \
    жөнелтілімдері
    Ambassador of Kazakhstan names a range of 2 to 5 billion USD by 2030 \
    => Қазақстан елшісі 2030 жылға қарай 2–5 млрд АҚШ доллары межесін атады
    Strategic partnership established by joint statement \
    => Бірлескен мәлімдемемен стратегиялық әріптестік орнатылды
    Target named: turnover of 2 billion USD in the near future \
    => Нысаналы көрсеткіш аталды: жақын болашақта тауар айналымы 2 млрд АҚШ доллары
    Target named: turnover of 5 billion USD in 2030 \
    => Нысаналы көрсеткіш аталды: 2030 жылы тауар айналымы 5 млрд АҚШ доллары
    Deputy Prime Ministers Zhumangarin and Nguyen Hoa Binh meet; aim to double the turnover \
    => Вице-премьерлер С. Жұманғарин мен Нгуен Хоа Биньнің кездесуі; мақсат — тауар айналымын екі \
    еселеу
    """
}

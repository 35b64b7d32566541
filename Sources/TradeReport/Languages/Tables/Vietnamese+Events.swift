extension Vietnamese {
  /// What the list of events says.
  static let events = """
    Diplomatic relations established => Thiết lập quan hệ ngoại giao
    Prime Minister Vo Van Kiet visits Kazakhstan => Thủ tướng Võ Văn Kiệt thăm Kazakhstan
    Intergovernmental commission on trade, economic, scientific and technical cooperation starts \
    work \
    => Ủy ban liên chính phủ về hợp tác kinh tế - thương mại và khoa học - kỹ thuật bắt đầu hoạt \
    động
    Embassy of Viet Nam in Kazakhstan starts work \
    => Đại sứ quán Việt Nam tại Kazakhstan bắt đầu hoạt động
    Prime Minister Nguyen Tan Dung visits Kazakhstan (14 to 15 September) \
    => Thủ tướng Nguyễn Tấn Dũng thăm Kazakhstan (14–15/9)
    Intergovernmental committee meets for the fourth time (Hanoi) \
    => Kỳ họp lần thứ tư của Ủy ban liên chính phủ (Hà Nội)
    President Nazarbayev visits Viet Nam (31 October to 1 November) \
    => Tổng thống Nazarbayev thăm Việt Nam (31/10–1/11)
    President Truong Tan Sang visits Kazakhstan => Chủ tịch nước Trương Tấn Sang thăm Kazakhstan
    Embassy of Kazakhstan opens in Hanoi => Khai trương Đại sứ quán Kazakhstan tại Hà Nội
    Free trade agreement of the Eurasian Economic Union and Viet Nam signed at Burabay \
    => Ký Hiệp định Thương mại tự do giữa Liên minh Kinh tế Á - Âu và Việt Nam tại Burabay
    Free trade agreement of the Eurasian Economic Union and Viet Nam in force \
    => Hiệp định Thương mại tự do giữa Liên minh Kinh tế Á - Âu và Việt Nam có hiệu lực
    Free trade agreement of the EAEU with Viet Nam signed \
    => Ký Hiệp định Thương mại tự do giữa EAEU và Việt Nam
    Treaty on mutual legal assistance in criminal cases signed in Hanoi \
    => Ký Hiệp định tương trợ tư pháp về hình sự tại Hà Nội
    Chairwoman of the National Assembly of Viet Nam visits Kazakhstan \
    => Chủ tịch Quốc hội Việt Nam thăm Kazakhstan
    First Kazakh wheat reaches Ho Chi Minh City (720 tonnes by way of Lianyungang) \
    => Lô lúa mì Kazakhstan đầu tiên đến Thành phố Hồ Chí Minh (720 tấn, qua Liên Vân Cảng)
    Ambassador Zhumakhanov briefs the press in Hanoi => Đại sứ Zhumakhanov họp báo tại Hà Nội
    Kazakhstan exempts citizens of Viet Nam from visas for stays of 30 days (unilateral) \
    => Kazakhstan đơn phương miễn thị thực cho công dân Việt Nam lưu trú 30 ngày
    Chairman of the Mazhilis visits Viet Nam => Chủ tịch Mazhilis (Hạ viện) thăm Việt Nam
    Ambassador Baizhanov gives the turnover of 2019 at a press conference \
    => Đại sứ Baizhanov nêu tổng kim ngạch năm 2019 tại họp báo
    41 containers of Kazakh chrysotile asbestos leave Xi an for Hanoi by rail \
    => 41 container amiăng chrysotile của Kazakhstan rời Tây An đi Hà Nội bằng đường sắt
    Prime Minister of Viet Nam receives Foreign Minister Tileuberdi; turnover of 2021 given \
    => Thủ tướng Việt Nam tiếp Bộ trưởng Ngoại giao Tileuberdi; nêu tổng kim ngạch năm 2021
    Target named: turnover of 1.5 billion USD by 2030 \
    => Nêu mục tiêu: tổng kim ngạch 1,5 tỷ USD vào năm 2030
    Vice President of Viet Nam ends a visit to Kazakhstan \
    => Phó Chủ tịch nước Việt Nam kết thúc chuyến thăm Kazakhstan
    Kazakh trade bodies and producers visit Viet Nam \
    => Các tổ chức thương mại và nhà sản xuất Kazakhstan thăm Việt Nam
    President Tokayev visits Viet Nam (20 to 22 August); target of 1.5 billion USD by 2030 \
    repeated \
    => Tổng thống Tokayev thăm Việt Nam (20–22/8); nhắc lại mục tiêu 1,5 tỷ USD vào năm 2030
    President Tokayev visits Viet Nam => Tổng thống Tokayev thăm Việt Nam
    Twelve documents signed in Hanoi; aim of 1 billion USD by the end of 2023 \
    => Ký mười hai văn kiện tại Hà Nội; mục tiêu 1 tỷ USD vào cuối năm 2023
    Joint action plan on trade and economic relations for 2023 to 2025 signed \
    => Ký Kế hoạch hành động chung về quan hệ kinh tế - thương mại giai đoạn 2023–2025
    Intergovernmental committee meets for the eleventh time (ministers) \
    => Kỳ họp lần thứ mười một của Ủy ban liên chính phủ (cấp bộ trưởng)
    Mutual visa exemption in force => Miễn thị thực song phương có hiệu lực
    First direct multimodal shipments of Kazakh grain, containers not reloaded \
    => Những chuyến vận tải đa phương thức trực tiếp đầu tiên chở ngũ cốc Kazakhstan, không chuyển \
    tải container
    Ambassador of Kazakhstan names a range of 2 to 5 billion USD by 2030 \
    => Đại sứ Kazakhstan nêu mức 2 đến 5 tỷ USD vào năm 2030
    Strategic partnership established by joint statement \
    => Thiết lập quan hệ đối tác chiến lược bằng tuyên bố chung
    Target named: turnover of 2 billion USD in the near future \
    => Nêu mục tiêu: tổng kim ngạch 2 tỷ USD trong tương lai gần
    Target named: turnover of 5 billion USD in 2030 \
    => Nêu mục tiêu: tổng kim ngạch 5 tỷ USD năm 2030
    Deputy Prime Ministers Zhumangarin and Nguyen Hoa Binh meet; aim to double the turnover \
    => Các Phó Thủ tướng Zhumangarin và Nguyễn Hòa Bình gặp nhau; mục tiêu tăng gấp đôi tổng kim \
    ngạch
    """
}

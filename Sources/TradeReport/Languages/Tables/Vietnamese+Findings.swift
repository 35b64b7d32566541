extension Vietnamese {
  /// What reports say of errors, targets, goods, both sides and publications.
  static let findings = """
    # Past errors
    mean absolute error => sai số tuyệt đối trung bình
    Bars by method, the smallest error first: {} \
    => Thanh theo phương pháp, sai số nhỏ nhất trước: {1}
    * smallest {}; 80 %, 95 %: how often the intervals held \
    => * {1} nhỏ nhất; 80 %, 95 %: tần suất các khoảng dự báo đúng
    One year ahead, {} erred least => Dự báo trước một năm, phương pháp có sai số nhỏ nhất: {1}
    One quarter ahead, {} erred least => Dự báo trước một quý, phương pháp có sai số nhỏ nhất: {1}
    One month ahead, {} erred least => Dự báo trước một tháng, phương pháp có sai số nhỏ nhất: {1}
    One step ahead, {} erred least => Dự báo trước một bước, phương pháp có sai số nhỏ nhất: {1}
    Up to {#} {} ahead, {} erred least \
    => Dự báo trước tối đa {1} {2}, phương pháp có sai số nhỏ nhất: {3}
    years => năm
    quarters => quý
    months => tháng
    steps => bước
    {}, over {#} series at {} of each => {1}, trên {2} chuỗi tại {3} của mỗi chuỗi
    the last origin => mốc cuối
    the last {#} origins => {1} mốc cuối
    Each series weighs the same, hence no MAE or RMSE, which have a unit \
    => Mọi chuỗi có trọng số như nhau, nên không nêu MAE và RMSE vốn có đơn vị
    With one origin that is an anecdote, not evidence \
    => Với một mốc, đó chỉ là ví dụ, không phải bằng chứng
    With {#} origins that is an anecdote, not evidence \
    => Với {1} mốc, đó chỉ là ví dụ, không phải bằng chứng
    Its lead over naive is more than noise (p {}, Diebold–Mariano test) \
    => Ưu thế so với dự báo ngây thơ không phải ngẫu nhiên (p {1}, kiểm định Diebold–Mariano)
    Its lead over naive may be noise (p {}, Diebold–Mariano test) \
    => Ưu thế so với dự báo ngây thơ có thể là ngẫu nhiên (p {1}, kiểm định Diebold–Mariano)
    Whether its lead over naive is noise cannot be told: {} \
    => Không thể nói ưu thế so với dự báo ngây thơ có ngẫu nhiên hay không: {1}
    {#} comparisons are too few to tell a difference from chance; it takes {#} \
    => {1} lần so sánh là quá ít để phân biệt với ngẫu nhiên; cần {2}
    {#} comparison is too few to tell a difference from chance; it takes {#} \
    => {1} lần so sánh là quá ít để phân biệt với ngẫu nhiên; cần {2}
    the two erred alike everywhere => hai phương pháp có sai số như nhau ở mọi nơi
    the two differ by the same everywhere, which leaves no chance to measure it by \
    => hai phương pháp chênh nhau như nhau ở mọi nơi, không có gì để đo ngẫu nhiên
    {}: a bound is no outcome to measure at => {1}: giới hạn không phải kết quả để đo sai số
    {} is left out: it needs {#} values before the first origin \
    => Không tham gia: {1} (cần {2} giá trị trước mốc đầu)
    {w} is left out: {w} => Không tham gia: {1} ({2})
    Of {#} origins the latest {#} are measured => Trong {1} mốc, đo {2} mốc gần nhất
    {#} of {#} series are left out: no outcome, or fewer than two values before it \
    => Không tham gia {1} trên {2} chuỗi: không có kết quả, hoặc dưới hai giá trị trước đó
    {#} of {#} series is left out: no outcome, or fewer than two values before it \
    => Không tham gia {1} trên {2} chuỗi: không có kết quả, hoặc dưới hai giá trị trước đó

    # Targets
    Targets and forecast => Mục tiêu và dự báo
    Named => Ngày nêu
    For => Cho năm
    Needs a year => Cần mỗi năm
    named {w} => nêu ngày {1}
    without a date => không rõ ngày
    The forecast with its intervals, and a mark for each target in its year \
    => Dự báo kèm khoảng dự báo, và một dấu cho mỗi mục tiêu ở năm tương ứng
    Needs a year: the growth from {} on that reaches the target \
    => "Cần mỗi năm": mức tăng kể từ {1} để đạt mục tiêu
    Probability: that the forecast's distribution gives to the target or more; it knows of no plan \
    => "Xác suất": khả năng đạt hoặc vượt mục tiêu theo phân phối dự báo; không tính đến kế hoạch \
    nào
    No year was named for the target of {} => Không nêu năm cho mục tiêu {1}
    without a date: {} => không rõ ngày: {1}

    # What drove the change, goods
    Balance => Cán cân
    Contributions to the growth of {} => Đóng góp vào tăng trưởng: {1}
    How many percentage points exports and imports added to the growth of each year \
    => Xuất khẩu và nhập khẩu đóng góp bao nhiêu điểm phần trăm vào tăng trưởng từng năm
    Contributions are percentage points of growth and add up to it \
    => Đóng góp tính bằng điểm phần trăm của tăng trưởng và cộng lại bằng tăng trưởng
    Contributions are percentage points of the total's growth and add up to it; shares are those \
    of {}, and their change is since {} \
    => Đóng góp tính bằng điểm phần trăm tăng trưởng của tổng và cộng lại bằng mức đó; tỷ trọng là \
    của {1}, thay đổi so với {2}
    New in {}: {} => Mới xuất hiện năm {1}: {2}
    No longer there in {}: {} => Không còn trong năm {1}: {2}
    Concentration (Herfindahl–Hirschman index over {#} categories): {#} in {} \
    => Mức độ tập trung (chỉ số Herfindahl–Hirschman trên {1} nhóm): {2} năm {3}
    Concentration (Herfindahl–Hirschman index over {#} categories): {#} in {}, {#} in {} \
    => Mức độ tập trung (chỉ số Herfindahl–Hirschman trên {1} nhóm): {2} năm {3}, {4} năm {5}
    Bars by category, the largest first; {} leads in {} \
    => Thanh theo nhóm hàng, lớn nhất trước; năm {2} dẫn đầu: {1}
    Lines from each category's share then to its share now; {} gained most \
    => Đường nối tỷ trọng trước với tỷ trọng nay của từng nhóm; tăng nhiều nhất: {1}
    Product groups of WITS, which cover all goods => Nhóm sản phẩm của WITS, bao trùm mọi hàng hóa
    Stages of processing of WITS, which leave a rest => Công đoạn chế biến của WITS, còn phần dư
    A second classification is there, which is never added to this one: --classification product \
    => Có hệ phân loại thứ hai, không bao giờ cộng với hệ này: --classification product
    A second classification is there, which is never added to this one: --classification stage \
    => Có hệ phân loại thứ hai, không bao giờ cộng với hệ này: --classification stage
    Published for 1995, 2005 and 2015 only => Chỉ công bố cho các năm 1995, 2005 và 2015
    Imports drove the growth of {} and {} => Nhập khẩu tạo nên tăng trưởng năm {1} và {2}
    Exports of {w} by group => Xuất khẩu theo nhóm: {1}
    {} leads by far in {}; textiles led in {} => Năm {2} dẫn xa: {1}; năm {3} dệt may dẫn đầu
    The share of machinery rose from {#} to {#} per cent; all others fell \
    => Tỷ trọng máy móc tăng từ {1} lên {2} phần trăm; các nhóm khác giảm

    # Both sides
    What the importer counts over what the exporter counts \
    => Số liệu bên nhập khẩu so với bên xuất khẩu
    A point for each flow and period; above the line the importer counts more \
    => Mỗi điểm là một luồng và một kỳ; trên đường chéo, bên nhập khẩu ghi nhận nhiều hơn
    {} counts more imports than {} counts exports in every year \
    => Nhập khẩu theo {1} năm nào cũng lớn hơn xuất khẩu theo {2}
    {} to {}, both sides known in {}: the importer counts more in {#} of {#}; imports over exports \
    {#} to {#}, median {#} \
    => {1} → {2}, có số liệu hai bên trong {3}: bên nhập khẩu ghi nhận nhiều hơn trong {4} trên \
    {5} kỳ; nhập khẩu trên xuất khẩu từ {6} đến {7}, trung vị {8}
    Freight: what transport and insurance of {#} % of exports could explain of the gap; imports \
    are valued with them (CIF), exports without (FOB) \
    => Cước phí: phần chênh lệch có thể do vận tải và bảo hiểm bằng {1} % xuất khẩu; nhập khẩu \
    tính cả phần này (CIF), xuất khẩu thì không (FOB)
    Freight: learned from {#} flows by distance; twice the distance adds {#} % to imports over \
    exports \
    => Cước phí: ước lượng theo khoảng cách từ {1} luồng; khoảng cách gấp đôi làm tăng {2} % nhập \
    khẩu so với xuất khẩu
    What else grows with distance is in it \
    => Trong đó có cả những yếu tố khác tăng theo khoảng cách
    Reconciled: exports^w (imports / (1 + freight))^(1 - w), free on board; each side weighs as 1 \
    / score^2 \
    => Đã cân đối: xuất khẩu^w (nhập khẩu / (1 + cước phí))^(1 − w), giá FOB; trọng số mỗi bên là \
    1 / điểm^2
    Scores, the median gap of logarithms with all partners: {} \
    => Điểm, trung vị chênh lệch logarit với mọi đối tác: {1}
    {} {#} ({#} flows, {#} partner) => {1} {2} ({3} luồng, {4} đối tác)
    {} {#} ({#} flows, {#} partners) => {1} {2} ({3} luồng, {4} đối tác)
    From one pair alone both are equal: neither side is known to err more \
    => Chỉ từ một cặp nước, hai điểm bằng nhau: không biết bên nào sai nhiều hơn
    Score: the median of |ln (imports / (1 + freight) / exports)| over all flows of a reporter \
    that both sides count; 0 is agreement, 0.7 a factor of two \
    => Điểm: trung vị của |ln (nhập khẩu / (1 + cước phí) / xuất khẩu)| trên mọi luồng của nước \
    báo cáo mà cả hai bên ghi nhận; 0 là trùng khớp, 0,7 là chênh gấp đôi
    It does not tell which side errs => Điểm không cho biết bên nào sai

    # Publishers and publications
    Lowest and highest turnover that either side published for the year, where they differ by 5 % \
    or more \
    => Tổng kim ngạch thấp nhất và cao nhất do một trong hai bên công bố cho năm đó, khi chênh \
    nhau từ 5 % trở lên
    Each side counts in its own way: country of origin or of dispatch, time of crossing, prices at \
    the border of one or the other \
    => Mỗi bên thống kê theo cách riêng: nước xuất xứ hay nước gửi hàng, thời điểm qua biên giới, \
    giá tại biên giới bên này hay bên kia
    {#} periods have a figure, {#} of them from several publications, and {#} changed with a later \
    one \
    => {1} kỳ có số liệu, trong đó {2} kỳ có nhiều lần công bố, và {3} kỳ thay đổi ở lần công bố \
    sau
    {}: publications without a date tell no vintage \
    => {1}: công bố không ghi ngày không cho biết phiên bản số liệu
    No publication of {} has a date => Không công bố nào của {1} có ngày
    The series has taken {} since {}; no later publication changed it \
    => Chuỗi dùng {1} từ {2}; không công bố nào sau đó thay đổi
    From {} ({}) to {} ({}): a change of {}, {} => Từ {1} ({2}) đến {3} ({4}): thay đổi {5}, {6}
    A line for each year, from its first figure to its last \
    => Mỗi năm một đường, từ số liệu đầu đến số liệu cuối
    The figure of {} rose with each publication => Số liệu năm {1} tăng qua mỗi lần công bố
    {}, no date => {1}, không ghi ngày
    {}, no date, {} => {1}, không ghi ngày, {2}
    The series takes {} (exports and imports added), marked * above \
    => Chuỗi dùng {1} (cộng xuất khẩu và nhập khẩu), đánh dấu * ở trên
    The series takes {}, as the partner published it, marked * above \
    => Chuỗi dùng {1} theo công bố của nước đối tác, đánh dấu * ở trên
    The series takes {}, marked * above => Chuỗi dùng {1}, đánh dấu * ở trên
    The year is disputed: publications of the same date differ \
    => Số liệu năm chưa thống nhất: các công bố cùng ngày khác nhau
    The series has a gap here: no figure of {} for the whole year \
    => Chuỗi để trống ở đây: {1} không có số liệu cả năm
    Turnover as published by either side: from {} ({}) to {} ({}), a ratio of {#} \
    => Tổng kim ngạch theo công bố của hai bên: từ {1} ({2}) đến {3} ({4}), tỷ lệ {5}
    Published before the period was over: not taken => Công bố trước khi kết thúc kỳ: không sử dụng

    # How the numbers were made
    Growth is the change over the figure before; with a bound (> or <) it is a bound, too \
    => Tăng trưởng là thay đổi so với số liệu trước; nếu là giới hạn (> hoặc <) thì tăng trưởng \
    cũng là giới hạn
    Across a gap there is none => Không tính qua khoảng thiếu số liệu
    The forecast is the median of its distribution; intervals are its quantiles, never below zero \
    => Dự báo là trung vị của phân phối; các khoảng dự báo là phân vị, không âm
    Contribution: the change of a category over the total of the first period \
    => Đóng góp: thay đổi của nhóm so với tổng của kỳ đầu
    Exports are valued free on board, imports with insurance and freight \
    => Xuất khẩu tính theo giá FOB, nhập khẩu tính cả bảo hiểm và cước phí
    {w} ({w}) is a bound => {1} ({2}) là giới hạn

    # Targets as scenarios
    {} by {} needs {} a {} from {} of {}, compound over {#} \
    => {1} vào {2} cần {3} mỗi {4} từ {5} của {6}, tăng trưởng kép trong {7} kỳ
    {} by {} needs {} a {} from {} of {} => {1} vào {2} cần {3} mỗi {4} từ {5} của {6}
    The latest figure is at the target already => Số liệu mới nhất đã đạt mục tiêu
    For comparison, {} to {}: {} a {}, compound \
    => Để so sánh, {1}–{2}: {3} mỗi {4} (tăng trưởng kép)
    Of {#} spans of {#} {} between exact figures {} grew as much \
    => Trong {1} khoảng dài {2} {3} giữa các số liệu chính xác, tăng bằng hoặc hơn: {4}
    Of {#} span of {#} {} between exact figures {} grew as much \
    => Trong {1} khoảng dài {2} {3} giữa các số liệu chính xác, tăng bằng hoặc hơn: {4}
    none => không có
    The forecast for {} is {#} ({#} %: {#} – {#}); the model finds the target or more {} \
    => Dự báo cho {1}: {2} ({3} %: {4} – {5}); theo mô hình, đạt hoặc vượt mục tiêu: {6}
    all but impossible, with a probability below 0.1 % => gần như không thể, xác suất dưới 0,1 %
    all but certain, with a probability above 99.9 % => gần như chắc chắn, xác suất trên 99,9 %
    to have a probability of {#} % => xác suất {1} %

    # Years from their parts
    From the calendar: in no earlier year are both the year and its first {#} month known, so they \
    stand for {#} of 12 months, {#} % \
    => Theo lịch: chưa năm nào trước đó có cả số liệu cả năm và {1} tháng đầu, nên phần này được \
    coi là {2} trên 12 tháng, {3} %
    From the calendar: in no earlier year are both the year and its first {#} months known, so \
    they stand for {#} of 12 months, {#} % \
    => Theo lịch: chưa năm nào trước đó có cả số liệu cả năm và {1} tháng đầu, nên phần này được \
    coi là {2} trên 12 tháng, {3} %
    From the share of the first {#} {} in {}, {}, which decide {#} % of the expected share; the \
    calendar's {#} % decides the rest \
    => Theo tỷ trọng của {1} {2} đầu trong {3}, {4}, quyết định {5} % tỷ trọng dự kiến; phần còn \
    lại theo lịch, {6} %
    From the share of the first {#} {} in {}, {}, which decides {#} % of the expected share; the \
    calendar's {#} % decides the rest \
    => Theo tỷ trọng của {1} {2} đầu trong {3}, {4}, quyết định {5} % tỷ trọng dự kiến; phần còn \
    lại theo lịch, {6} %
    The interval is as wide as such shares were wrong in {#} monthly series, in proportion to how \
    much years differ (root mean square of ln changes {}) \
    => Khoảng dự báo rộng theo sai số của các tỷ trọng như vậy trong {1} chuỗi tháng, tỷ lệ với \
    mức khác nhau giữa các năm (căn bậc hai trung bình bình phương thay đổi ln: {2})
    {#}, which is usual in bilateral trade, as none is known \
    => {1}, mức thường gặp trong thương mại song phương, vì chưa có số liệu riêng
    {#}, of {#} known and the {#} that is usual in bilateral trade \
    => {1}, từ {2} thay đổi đã biết và mức {3} thường gặp trong thương mại song phương
    {#}, of {#} changes => {1}, từ {2} thay đổi
    Published since for {}: {} => Sau đó công bố cho {1}: {2}
    The part is a bound, {#}: the year has no upper end \
    => Phần đã biết là giới hạn, {1}: cả năm không có cận trên
    The part is a bound, {#}: the year has no lower end but zero \
    => Phần đã biết là giới hạn, {1}: cả năm không có cận dưới ngoài số không
    """
}

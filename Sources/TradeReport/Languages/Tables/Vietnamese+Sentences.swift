extension Vietnamese {
  /// What reports say of figures and forecasts.
  static let sentences = """
    # The summary
    {} was {#} {} in {} ({} on the year before) => {1} năm {4} đạt {2} {3} ({5} so với năm trước)
    {} was {#} {} in {} ({} on the quarter before) => {1} kỳ {4} đạt {2} {3} ({5} so với quý trước)
    {} was {#} {} in {} ({} on the month before) => {1} kỳ {4} đạt {2} {3} ({5} so với tháng trước)
    {} was {#} {} in {#} ({}) => {1} năm {4} đạt {2} {3} ({5})
    {} was {#} {} in {#} => {1} năm {4} đạt {2} {3}
    {} was {#} {} in {} => {1} năm {4} đạt {2} {3}
    {w} was {#} in {w} => {1} năm {3} đạt {2}
    For {} the forecast is {#}; with {#} % probability it will lie between {#} and {#} \
    => Dự báo cho {1}: {2}; với xác suất {3} %, giá trị sẽ nằm trong khoảng từ {4} đến {5}
    For {} so far, {} was named on {} ({}); the forecast does not use it \
    => Tính đến {3}, số liệu được nêu cho {1} là {2} ({4}); dự báo không sử dụng số liệu này
    a year, {w} => bình quân năm, {1}
    a quarter, {w} => bình quân quý, {1}
    a month, {w} => bình quân tháng, {1}
    {w} and forecast => {1} và dự báo
    Turnover from {} to {} with gaps in {} and {}, and its forecast \
    => Tổng kim ngạch từ {1} đến {2}, thiếu số liệu năm {3} và {4}, cùng dự báo
    {} from {} to {} as a line, with gaps where nothing is known, and the forecast to {} with its \
    intervals \
    => {1} từ {2} đến {3}: đường biểu diễn để trống nơi thiếu số liệu, và dự báo đến {4} kèm các \
    khoảng dự báo
    {w} from {w} to {w} as a line, with gaps where nothing is known \
    => {1} từ {2} đến {3}: đường biểu diễn để trống nơi thiếu số liệu
    {w} from {w} to {w} => {1} từ {2} đến {3}

    # Growth
    {} to {}, across the gap: {} a year, compound over {#} \
    => {1}–{2}, qua khoảng thiếu số liệu: {3} mỗi năm (tăng trưởng kép trong {4} năm)
    {} to {}, across the gap: {} a quarter, compound over {#} \
    => {1}–{2}, qua khoảng thiếu số liệu: {3} mỗi quý (tăng trưởng kép trong {4} quý)
    {} to {}, across the gap: {} a month, compound over {#} \
    => {1}–{2}, qua khoảng thiếu số liệu: {3} mỗi tháng (tăng trưởng kép trong {4} tháng)
    {} to {}: {} a year, compound; at that rate it doubles in {#} years \
    => {1}–{2}: {3} mỗi năm (tăng trưởng kép); với tốc độ này, giá trị tăng gấp đôi sau {4} năm
    {} to {}: {} a quarter, compound; at that rate it doubles in {#} quarters \
    => {1}–{2}: {3} mỗi quý (tăng trưởng kép); với tốc độ này, giá trị tăng gấp đôi sau {4} quý
    {} to {}: {} a month, compound; at that rate it doubles in {#} months \
    => {1}–{2}: {3} mỗi tháng (tăng trưởng kép); với tốc độ này, giá trị tăng gấp đôi sau {4} tháng
    {} to {}: {} a year, compound => {1}–{2}: {3} mỗi năm (tăng trưởng kép)
    {} to {}: {} a quarter, compound => {1}–{2}: {3} mỗi quý (tăng trưởng kép)
    {} to {}: {} a month, compound => {1}–{2}: {3} mỗi tháng (tăng trưởng kép)
    {}: exports and imports added, no turnover being published \
    => {1}: cộng xuất khẩu và nhập khẩu vì tổng kim ngạch không được công bố
    {w}: the partner's figure => {1}: số liệu của nước đối tác
    {}: disputed; publications of the same date give different figures \
    => {1}: số liệu chưa thống nhất; các nguồn công bố cùng ngày nêu số khác nhau
    {}: no figure was published; the gap stays => {1}: không có số liệu công bố; để trống
    Growth, % => Tăng trưởng, %
    {#} to {#} => {1}–{2}
    Shares, {#} to {#} => Tỷ trọng, {1}–{2}

    # The forecast
    Method {} => Phương pháp: {1}
    Chosen for {#} values: what followed such values in {} \
    => Chọn cho {1} giá trị: diễn biến tiếp theo của các giá trị tương tự trong {2}
    {#} series of annual exports, imports and turnover of one country with another, 1962 to 2016 \
    (WITS, World Bank and UN Comtrade; Kazakhstan and Viet Nam are not among them) \
    => {1} chuỗi xuất khẩu, nhập khẩu và tổng kim ngạch hằng năm giữa hai nước, giai đoạn \
    1962–2016 (WITS, Ngân hàng Thế giới và UN Comtrade; không gồm Kazakhstan và Việt Nam)
    {#} series of annual business and economic series of many kinds (the training part of the M3 \
    competition, Makridakis and Hibon 2000) \
    => {1} chuỗi kinh doanh và kinh tế hằng năm nhiều loại (phần huấn luyện của cuộc thi M3, \
    Makridakis and Hibon 2000)
    {}, and in the series of the file => {1}, và trong các chuỗi của tệp
    {}, with {#} % of the mean of {} => {1}, với {2} % trung bình của: {3}
    {}; of the ways tried, this forecast the last values of {#} series best \
    => {1}; trong các cách đã thử, cách này dự báo tốt nhất các giá trị cuối của {2} chuỗi
    Chosen for {}: {}, with the interval that {#} series of annual trade between two countries \
    needed; on series it had not seen, 95 % held for {#} in 100 \
    => Chọn cho {1}: {2}, với khoảng dự báo rút ra từ {3} chuỗi thương mại hằng năm giữa hai nước; \
    trên các chuỗi mới, khoảng 95 % đúng {4} trên 100 lần
    the last value and the growth usual after it => giá trị cuối và mức tăng thường gặp sau đó
    the last value and a quarter of the mean change \
    => giá trị cuối và một phần tư mức thay đổi trung bình
    the last value and half the mean change => giá trị cuối và một nửa mức thay đổi trung bình
    a single value => một giá trị
    {#} values => {1} giá trị
    {} is a bound and enters as one: any value beyond it is possible, which widens the interval \
    => {1} là giới hạn và được đưa vào đúng như vậy: mọi giá trị vượt giới hạn đều có thể, nên \
    khoảng dự báo rộng hơn
    {} are bounds and enter as such: any value beyond it is possible, which widens the interval \
    => {1} là các giới hạn và được đưa vào đúng như vậy: mọi giá trị vượt giới hạn đều có thể, nên \
    khoảng dự báo rộng hơn
    No figure for {}: nothing is put in; they stay gaps \
    => Không có số liệu cho {1}: không điền giá trị thay thế, để trống
    No figure for {}: nothing is put in; it stays a gap \
    => Không có số liệu cho {1}: không điền giá trị thay thế, để trống
    The mean of all {#} values; it suits a series that swings round a level and ignores any trend \
    => Trung bình của {1} giá trị; phù hợp với chuỗi dao động quanh một mức và bỏ qua xu thế
    A level that follows the values, without a trend; its interval takes {#} values for a stable \
    process \
    => Mức bám theo các giá trị, không có xu thế; khoảng dự báo coi {1} giá trị là quá trình ổn \
    định
    A straight line through all {#} values; it trusts that the trend goes on and that early values \
    count like late ones \
    => Đường thẳng qua {1} giá trị; giả định xu thế tiếp tục và các giá trị cũ có trọng số như các \
    giá trị mới
    Constant growth through all {#} values; few years of growth make it explode \
    => Tăng trưởng không đổi qua {1} giá trị; chỉ vài năm tăng mạnh cũng khiến dự báo bùng nổ
    The last value; its interval comes from {#} changes and is too narrow where changes grow with \
    the level \
    => Giá trị cuối; khoảng dự báo dựa trên {1} thay đổi và quá hẹp nếu thay đổi tăng theo mức
    The last season again; its interval comes from the changes between the seasons of {#} values \
    and is too narrow where changes grow with the level \
    => Lặp lại mùa cuối; khoảng dự báo dựa trên thay đổi giữa các mùa của {1} giá trị và quá hẹp \
    nếu thay đổi tăng theo mức
    The line from the first value to the last, continued; its interval comes from {#} changes and \
    is too narrow where changes grow with the level \
    => Kéo dài đường thẳng từ giá trị đầu đến giá trị cuối; khoảng dự báo dựa trên {1} thay đổi và \
    quá hẹp nếu thay đổi tăng theo mức
    A level and a fading trend that follow the values; five parameters from {#} values \
    => Mức và xu thế tắt dần bám theo các giá trị; năm tham số từ {1} giá trị
    A level and a trend that follow {#} values; it trusts that the latest trend goes on, which far \
    ahead is a lot \
    => Mức và xu thế bám theo {1} giá trị; giả định xu thế gần nhất tiếp tục, một giả định mạnh \
    khi dự báo xa
    The exponential smoothing model of least AICc, learned from {#} values; its interval takes the \
    model for true \
    => Mô hình san bằng mũ có AICc nhỏ nhất, ước lượng từ {1} giá trị; khoảng dự báo coi mô hình \
    là đúng
    A level that follows the values and half the slope of the line through all {#} values \
    => Mức bám theo các giá trị và một nửa độ dốc của đường thẳng qua {1} giá trị
    A level that follows the values and as much of the line through all {#} values as explains \
    them best \
    => Mức bám theo các giá trị và phần đường thẳng qua {1} giá trị giải thích chúng tốt nhất
    A level that follows the values and as much of the line through those before as explains the \
    {#} values best \
    => Mức bám theo các giá trị và phần đường thẳng qua các giá trị trước giải thích tốt nhất {1} \
    giá trị
    A wandering level seen through noise, both measured on {#} values by maximum likelihood; it \
    expects the level to stay and knows no season \
    => Mức biến động quan sát có nhiễu, ước lượng bằng hợp lý cực đại từ {1} giá trị; giả định mức \
    giữ nguyên và không có mùa vụ
    A wandering level and slope seen through noise, measured on {#} values by maximum likelihood; \
    it expects the latest slope to go on, which far ahead is a lot \
    => Mức và độ dốc biến động quan sát có nhiễu, ước lượng bằng hợp lý cực đại từ {1} giá trị; \
    giả định độ dốc gần nhất tiếp tục, một giả định mạnh khi dự báo xa
    An ARIMA model of {#} values, its differences chosen by tests and its orders by AICc \
    => Mô hình ARIMA cho {1} giá trị; sai phân chọn bằng kiểm định, bậc chọn theo AICc
    What followed windows like the last of these {#} values in {#} series of annual trade between \
    two countries \
    => Diễn biến sau các đoạn giống đoạn cuối của {1} giá trị này trong {2} chuỗi thương mại hằng \
    năm giữa hai nước
    What followed windows like the last of these {#} values in all series of the file \
    => Diễn biến sau các đoạn giống đoạn cuối của {1} giá trị này trong mọi chuỗi của tệp
    The mean of {} for {#} values => Trung bình của {1} cho {2} giá trị
    The median of {} for {#} values => Trung vị của {1} cho {2} giá trị
    The mean of {} for {#} values, with intervals as wide as past errors of such means call for \
    => Trung bình của {1} cho {2} giá trị, với khoảng dự báo rộng theo sai số quá khứ của các \
    trung bình như vậy
    The mean of {} for {#} values, with intervals as wide as the quarterly and monthly training \
    parts of the M3 competition call for \
    => Trung bình của {1} cho {2} giá trị, với khoảng dự báo rộng theo phần huấn luyện quý và \
    tháng của cuộc thi M3
    The forecast is the mean of regressions on the last {} values; the interval is that of the \
    longest \
    => Dự báo là trung bình các hồi quy trên {1} giá trị cuối; khoảng dự báo là của hồi quy dài \
    nhất
    The regressions see the last {#} values; earlier ones have no part \
    => Các hồi quy dùng {1} giá trị cuối; các giá trị trước không tham gia
    The regressions see all {#} values => Các hồi quy dùng tất cả {1} giá trị
    The pooled regressions are left out: {} => Không dùng hồi quy gộp: {1}
    fewer than {#} values make no window => dưới {1} giá trị thì không đủ một đoạn
    the values never change => các giá trị không thay đổi
    No member of the mean can answer from {}: the last season again \
    => Không phương pháp nào trả lời được từ {1}: lặp lại mùa cuối
    Weights: {} => Trọng số: {1}
    {w} {#} % => {1} {2} %
    Left out: {}, it needs {#} values => Không tham gia: {1} (cần {2} giá trị)
    Left out: {}, it cannot answer for this series \
    => Không tham gia: {1} (không trả lời được cho chuỗi này)
    The intervals are {} times as wide as the members' mean \
    => Các khoảng dự báo rộng gấp {1} lần trung bình của các thành phần
    At {#} past origins, one {} ahead, the 95 % interval held {#} times; mean error {#} \
    => Tại {1} mốc trong quá khứ, dự báo trước một {2}, khoảng 95 % đúng {3} lần; sai số trung \
    bình {4}
    At {#} past origins, one {} ahead, the 95 % interval held {#} times; mean error {#}, that of \
    the last value {#} \
    => Tại {1} mốc trong quá khứ, dự báo trước một {2}, khoảng 95 % đúng {3} lần; sai số trung \
    bình {4}, của giá trị cuối là {5}
    The series is too short to measure past errors of the method \
    => Chuỗi quá ngắn để đo sai số quá khứ của phương pháp
    """
}

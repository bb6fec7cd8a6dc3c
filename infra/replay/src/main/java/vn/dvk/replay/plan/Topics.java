package vn.dvk.replay.plan;

import java.util.List;

/** What models of the movement are commonly about, per field: the raw material of {@link Contents}. */
final class Topics {

    /**
     * @param title     what the model is called
     * @param problem   what was wrong, beginning a sentence
     * @param indicator what is counted, measured in {@code measure}
     * @param output    what can be seen at the end
     */
    record Topic(String title, String problem, String indicator, String measure, String output) {}

    private static final List<Topic> ECONOMY = List.of(
            topic(
                    "Vận động hiến đất mở đường nội đồng",
                    "Đường ra đồng hẹp, xe chở nông sản không vào được",
                    "hộ hiến đất",
                    "hộ",
                    "đường nội đồng được mở rộng"),
            topic(
                    "Chuyển đổi vườn tạp sang cây ăn quả",
                    "Vườn tạp cho thu nhập thấp, mỗi nhà trồng một kiểu",
                    "vườn được cải tạo",
                    "vườn",
                    "vườn cây ăn quả có nhật ký chăm sóc"),
            topic(
                    "Tổ hợp tác chăn nuôi an toàn sinh học",
                    "Chăn nuôi nhỏ lẻ, dịch bệnh lây nhanh giữa các hộ",
                    "hộ nuôi theo quy trình chung",
                    "hộ",
                    "sổ theo dõi đàn và tiêm phòng"),
            topic(
                    "Góp vốn xoay vòng giúp hộ nghèo",
                    "Hộ nghèo thiếu vốn ban đầu và ngại vay ngân hàng",
                    "hộ được vay vốn xoay vòng",
                    "hộ",
                    "sổ quỹ công khai hằng tháng"),
            topic(
                    "Dồn điền đổi thửa, làm mạ khay máy cấy",
                    "Ruộng manh mún, chi phí làm đất cao",
                    "diện tích dồn đổi",
                    "ha",
                    "bản đồ thửa sau dồn đổi"),
            topic(
                    "Liên kết tiêu thụ nông sản qua hợp tác xã",
                    "Nông sản bán lẻ bị ép giá vào chính vụ",
                    "hộ ký hợp đồng bao tiêu",
                    "hộ",
                    "hợp đồng bao tiêu và giá niêm yết"),
            topic(
                    "Trồng rừng gỗ lớn thay keo non",
                    "Bà con bán keo non vì cần tiền sớm",
                    "diện tích giữ rừng gỗ lớn",
                    "ha",
                    "cam kết giữ rừng của từng hộ"),
            topic(
                    "Tiết kiệm nước tưới, chung một trạm bơm",
                    "Cuối vụ thiếu nước, các xóm tranh nhau giờ bơm",
                    "hộ theo lịch bơm chung",
                    "hộ",
                    "lịch bơm luân phiên niêm yết"));

    private static final List<Topic> SOCIETY = List.of(
            topic(
                    "Khu dân cư không rác thải nhựa",
                    "Rác đổ ven đường và ven mương, chưa phân loại",
                    "hộ phân loại rác tại nhà",
                    "hộ",
                    "điểm tập kết rác sạch, có lịch thu gom"),
            topic(
                    "Việc cưới văn minh, việc tang tiết kiệm",
                    "Cỗ bàn kéo dài nhiều ngày, nhiều nhà phải vay nợ",
                    "đám cưới, đám tang theo quy ước",
                    "đám",
                    "quy ước được toàn dân ký"),
            topic(
                    "Đường hoa thay cỏ dại",
                    "Lề đường nhiều cỏ dại, thành chỗ đổ phế thải",
                    "đường có hoa do dân tự quản",
                    "km",
                    "tuyến đường hoa có bảng tự quản"),
            topic(
                    "Dòng họ khuyến học, đón trẻ trở lại lớp",
                    "Học sinh bỏ học sau Tết đi làm xa",
                    "học sinh được đỡ đầu",
                    "em",
                    "danh sách học sinh được đỡ đầu"),
            topic(
                    "Xóa nhà tạm bằng ngày công của làng xóm",
                    "Hộ neo đơn ở nhà tạm, không có người làm",
                    "nhà được sửa hoặc xây",
                    "nhà",
                    "nhà hoàn thành, biên bản bàn giao"),
            topic(
                    "Câu lạc bộ dân vũ, dân ca giữ nếp sinh hoạt",
                    "Nhà văn hóa ít mở cửa, thanh niên ít tham gia",
                    "người sinh hoạt đều",
                    "người",
                    "lịch sinh hoạt và tiết mục tự dựng"),
            topic(
                    "Thắp sáng đường quê",
                    "Đường tối, hay xảy ra tai nạn ban đêm",
                    "bóng đèn do dân góp",
                    "bóng",
                    "tuyến đường sáng đèn"),
            topic(
                    "Vận động đóng bảo hiểm y tế hộ gia đình",
                    "Nhiều hộ chỉ mua bảo hiểm khi đã ốm",
                    "hộ đủ thẻ bảo hiểm y tế",
                    "hộ",
                    "danh sách hộ đủ thẻ"));

    private static final List<Topic> SECURITY = List.of(
            topic(
                    "Tổ tự quản an ninh trật tự liên gia",
                    "Mất trộm vặt và gây rối về đêm còn xảy ra",
                    "tổ liên gia hoạt động",
                    "tổ",
                    "sổ trực và sổ xử lý của tổ"),
            topic(
                    "Camera an ninh do dân góp",
                    "Vụ việc trên trục chính khó truy tìm",
                    "mắt camera được lắp",
                    "mắt",
                    "hệ thống camera có người trực"),
            topic(
                    "Hòa giải ngay từ trong xóm",
                    "Tranh chấp ranh giới đất kéo dài nhiều năm",
                    "vụ hòa giải thành",
                    "vụ",
                    "biên bản hòa giải thành"),
            topic(
                    "Cảm hóa người lầm lỗi trở về",
                    "Người chấp hành xong án phạt khó tìm việc",
                    "người được giúp việc làm",
                    "người",
                    "cam kết giúp đỡ của từng đoàn thể"),
            topic(
                    "Gia đình ba không: ma túy, vi phạm giao thông, vay nặng lãi",
                    "Thanh thiếu niên bị lôi kéo, vay nóng qua mạng",
                    "hộ ký cam kết",
                    "hộ",
                    "bản cam kết và kết quả rà soát"),
            topic(
                    "Giao nộp vũ khí, vật liệu nổ tự chế",
                    "Súng kíp tự chế còn cất trong nhà",
                    "súng được giao nộp",
                    "khẩu",
                    "biên bản giao nhận"),
            topic(
                    "Cứu hộ tại chỗ mùa mưa lũ",
                    "Lũ lên nhanh, lực lượng từ xa không vào kịp",
                    "người trong đội cứu hộ tại chỗ",
                    "người",
                    "phương án và danh sách đội cứu hộ"));

    private static final List<Topic> POLITICAL_SYSTEM = List.of(
            topic(
                    "Nụ cười nơi bộ phận một cửa",
                    "Người dân phải đi lại nhiều lần vì thiếu giấy tờ",
                    "hồ sơ trả đúng và trước hẹn",
                    "hồ sơ",
                    "phiếu đánh giá của người dân"),
            topic(
                    "Ngày thứ Sáu nghe dân nói",
                    "Kiến nghị của dân chậm được trả lời",
                    "kiến nghị được trả lời",
                    "kiến nghị",
                    "sổ đối thoại công khai"),
            topic(
                    "Đảng viên phụ trách nhóm hộ",
                    "Một số hộ ít dự họp, không nắm được chủ trương",
                    "hộ có đảng viên phụ trách",
                    "hộ",
                    "phân công đảng viên được niêm yết"),
            topic(
                    "Giúp dân làm dịch vụ công trực tuyến tại nhà",
                    "Người già chưa quen nộp hồ sơ qua mạng",
                    "hồ sơ nộp trực tuyến",
                    "hồ sơ",
                    "nhật ký hướng dẫn của tổ công nghệ"),
            topic(
                    "Công khai đóng góp, dân giám sát",
                    "Dân còn hỏi về các khoản đóng góp",
                    "khoản đóng góp được niêm yết",
                    "khoản",
                    "bảng niêm yết và biên bản giám sát"),
            topic(
                    "Họp chi bộ gọn, việc rõ người",
                    "Nghị quyết chi bộ còn chung chung, khó kiểm tra",
                    "việc có người phụ trách và thời hạn",
                    "việc",
                    "sổ theo dõi việc của chi bộ"),
            topic(
                    "Kết nghĩa cơ quan với khu dân cư",
                    "Cán bộ ít về cơ sở, dân ít biết người để hỏi",
                    "buổi làm việc tại cơ sở",
                    "buổi",
                    "kế hoạch kết nghĩa và kết quả"),
            topic(
                    "Lắng nghe người lao động tại nơi làm việc",
                    "Góp ý của người lao động dừng ở tổ công đoàn",
                    "ý kiến được giải quyết",
                    "ý kiến",
                    "sổ tiếp nhận và trả lời"));

    private static final List<Topic> ANY = List.of(
            topic(
                    "Mỗi chi bộ một việc thiết thực",
                    "Việc khó của cơ sở để lâu chưa có người nhận",
                    "việc hoàn thành",
                    "việc",
                    "danh mục việc đã hoàn thành"),
            topic(
                    "Bàn để dân thông, làm để dân tin",
                    "Người dân chưa rõ nội dung nên chưa tham gia",
                    "hộ tham gia",
                    "hộ",
                    "biên bản họp dân"),
            topic(
                    "Tổ dân vận đi từng ngõ, gõ từng nhà",
                    "Họp chung ít người dự, ý kiến không tới nơi",
                    "lượt hộ được gặp",
                    "lượt",
                    "sổ gặp gỡ của tổ dân vận"),
            topic(
                    "Góp ngày công vì việc chung",
                    "Việc chung chờ kinh phí, kéo dài",
                    "ngày công đóng góp",
                    "công",
                    "sổ ngày công"));

    private Topics() {}

    /** The usual four fields by their codes; any other field gets what fits everywhere. */
    static List<Topic> of(String field) {
        return switch (field) {
            case "KT" -> ECONOMY;
            case "VHXH" -> SOCIETY;
            case "QPAN" -> SECURITY;
            case "HTCT" -> POLITICAL_SYSTEM;
            default -> ANY;
        };
    }

    private static Topic topic(String title, String problem, String indicator, String measure, String output) {
        return new Topic(title, problem, indicator, measure, output);
    }
}

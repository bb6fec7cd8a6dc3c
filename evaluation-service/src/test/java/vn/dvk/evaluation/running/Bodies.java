package vn.dvk.evaluation.running;

/** Requests as a caller writes them, and the steps of programmes. */
public final class Bodies {

    public static final String FIVE_STEPS = """
            [{"code":"SURVEY","label":"Khảo sát","actor":"Đơn vị","evidence":[],"completedBy":"REGISTRATION","dueDays":0,"due":null},
             {"code":"REGISTER","label":"Đăng ký","actor":"Cấp trên","evidence":["Văn bản phê duyệt"],"completedBy":"REGISTRATION","dueDays":0,"due":null},
             {"code":"CARRY_OUT","label":"Thực hiện","actor":"Đơn vị","evidence":["Kế hoạch"],"completedBy":"PERSON","dueDays":60,"due":null},
             {"code":"APPRAISE","label":"Thẩm định","actor":"Hội đồng","evidence":[],"completedBy":"EVALUATION","dueDays":null,"due":"2024-06-15"},
             {"code":"SUM_UP","label":"Tổng kết","actor":"Cấp có thẩm quyền","evidence":[],"completedBy":"RECOGNITION","dueDays":null,"due":"2024-06-30"}]
            """;

    public static final String COMPLETION = """
            {"on":"2024-03-29",
             "document":{"number":"12-KH/ĐU","date":"2024-03-20","issuer":"Đảng ủy xã"},
             "evidence":[{"kind":"REPORT","title":"Báo cáo thực hiện","reference":"luu-tru/12-KH"}],
             "note":"Đã ra mắt"}
            """;

    public static final String EVIDENCE = """
            {"evidence":[{"id":"tep-1","kind":"PROPOSAL","title":"Tờ trình","sha256":"%s","number":"9-TTr/BDV","date":"2024-06-20"}]}
            """.formatted("0".repeat(64));

    public static final String REVIEW = """
            {"period":2024,"outcome":"MAINTAINED","on":"2024-12-20",
             "paper":{"number":"77-BC/BDV","date":"2024-12-20","issuer":"Ban Dân vận Tỉnh ủy"},"remarks":"Vẫn hoạt động đều"}
            """;

    public static final String RETURN = """
            {"reason":"Minh chứng không đúng với nội dung đã đăng ký","on":"2024-04-03"}
            """;

    public static final String REPORT = """
            {"from":"2024-03-01","to":"2024-03-31","on":"2024-04-02","done":"Đã sửa xong 3 phòng",
             "results":[{"indicator":"phòng","value":"3/10"}],"values":[{"goal":"G1","value":3.50}],"difficulties":"Mưa nhiều"}
            """;

    public static final String INSPECTION = """
            {"on":"2024-05-16","inspectors":["Nguyễn Văn An","Lô Thị Bình"],"findings":"Đúng kế hoạch"}
            """;

    /** 86 points, GOOD. */
    public static final String CRITERIA =
            "{\"NEED\":9,\"LEADERSHIP\":9,\"CREATIVE\":17,\"FORCES\":17,\"RESULT\":21,\"DURABLE\":13}";

    public static final String SCORE = "{\"on\":\"2024-06-10\",\"criteria\":" + CRITERIA + "}";

    public static final String CONCLUSION = """
            {"on":"2024-06-14","minutes":{"number":"07-BB/HĐ","date":"2024-06-14","issuer":"Hội đồng thẩm định"}}
            """;

    public static final String RUBRIC = """
            {"validFrom":"2024-03-01",
             "criteria":[{"code":"WORK","label":"Việc làm","max":60},{"code":"RESULT","label":"Kết quả","max":40,"evidence":"Ảnh"}],
             "bands":[{"code":"FAIL","label":"Không đạt","from":0},{"code":"PASS","label":"Đạt","from":65}]}
            """;

    private Bodies() {}
}

package vn.dvk.identity;

/** What a person may be at a unit. The names go into tokens; the services decide what each may do. */
enum Role {
    OFFICER("Cán bộ đăng ký"),
    REVIEWER("Người xét duyệt"),
    COUNCIL("Thành viên hội đồng"),
    AUTHORITY("Người ký quyết định"),
    VIEWER("Người xem"),
    ADMINISTRATOR("Quản trị");

    private final String vietnamese;

    Role(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    String vietnamese() {
        return vietnamese;
    }
}

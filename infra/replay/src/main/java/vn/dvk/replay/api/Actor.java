package vn.dvk.replay.api;

/** The demo people, each with one role for the whole country. */
public enum Actor {
    /** Cán bộ: registers, carries out, reports. */
    OFFICER("canbo"),
    /** Người xét duyệt: selects and accepts. */
    REVIEWER("xetduyet"),
    /** Hội đồng: scores and concludes. */
    COUNCIL("hoidong"),
    /** Người ký quyết định: recognizes and commends. */
    AUTHORITY("lanhdao"),
    /** Quản trị: units, programmes, rebuilds. */
    ADMINISTRATOR("quantri"),
    /** Người xem: reads. */
    VIEWER("xem");

    private final String user;

    Actor(String user) {
        this.user = user;
    }

    String user() {
        return user;
    }
}

package vn.dvk.gateway;

import java.util.Locale;

/** What the gateway itself has to refuse; everything else is a service's answer, passed on as it is. */
enum Problem {
    MALFORMED_ADDRESS(
            400,
            "Địa chỉ không hợp lệ",
            "Địa chỉ hoặc tiêu đề không đúng quy cách HTTP hay có ký tự không được dùng (như ; hoặc // hoặc %2F). Hãy viết"
                    + " lại.",
            "The address is not valid",
            "The address or a header breaks the rules of HTTP or has characters that are not used here (such as ; or // or"
                    + " %2F). Write it anew."),
    UNAUTHENTICATED(
            401,
            "Chưa đăng nhập",
            "Yêu cầu này cần đăng nhập, hoặc phiên đăng nhập đã hết. Hãy mở /login để đăng nhập rồi gửi lại.",
            "Not signed in",
            "This request needs somebody who has signed in, or the session has ended. Open /login to sign in, then send it"
                    + " again."),
    SIGN_IN_FAILED(
            401,
            "Đăng nhập không thành công",
            "Máy chủ đăng nhập không xác nhận được bạn, hoặc lần đăng nhập này đã quá lâu. Hãy mở /login để đăng nhập lại.",
            "Signing in failed",
            "The login server has not confirmed who you are, or this sign-in took too long. Open /login to try again."),
    CROSS_SITE(
            403,
            "Yêu cầu đến từ trang khác",
            "Yêu cầu làm thay đổi dữ liệu chỉ được nhận từ chính các trang của hệ thống. Hãy làm lại từ trang của hệ thống;"
                    + " chương trình thì gửi Authorization: Bearer.",
            "The request comes from another site",
            "What changes something is taken from the pages of this system only. Do it again from there; a program sends"
                    + " Authorization: Bearer."),
    NOT_ALLOWED(
            403, "Không có quyền", "Bạn không được mở địa chỉ này.", "Not allowed", "You may not open this address."),
    NO_SUCH_ADDRESS(
            404,
            "Không có địa chỉ này",
            "Không có gì ở địa chỉ này. Địa chỉ của từng dịch vụ bắt đầu bằng /registration/api/, /evaluation/api/,"
                    + " /awards/api/ hoặc /reporting/api/.",
            "No such address",
            "There is nothing at this address. Those of the services begin with /registration/api/, /evaluation/api/,"
                    + " /awards/api/ or /reporting/api/."),
    INTERNAL(
            500,
            "Lỗi hệ thống",
            "Cổng vào gặp lỗi ngoài dự kiến. Hãy gửi lại; nếu vẫn lỗi, báo cho quản trị.",
            "Internal error",
            "Something unexpected happened in the gateway. Send it again; if it stays, tell an administrator."),
    SERVICE_AWAY(
            502,
            "Dịch vụ tạm thời không trả lời",
            "Dịch vụ đứng sau địa chỉ này tạm thời không trả lời. Hãy gửi lại sau ít giây với cùng Idempotency-Key; gửi lại"
                    + " không bị ghi hai lần.",
            "The service does not answer",
            "The service behind this address does not answer for the moment. Send it again in some seconds with the same"
                    + " Idempotency-Key; nothing is written twice."),
    ISSUER_AWAY(
            502,
            "Máy chủ đăng nhập tạm thời không trả lời",
            "Chưa gia hạn được phiên đăng nhập vì máy chủ đăng nhập tạm thời không trả lời. Hãy gửi lại sau ít giây; chưa có"
                    + " gì được ghi.",
            "The login server does not answer",
            "The session cannot be renewed because the login server does not answer for the moment. Send it again in some"
                    + " seconds; nothing has been written.");

    private final int status;
    private final String titleVi;
    private final String detailVi;
    private final String titleEn;
    private final String detailEn;

    Problem(int status, String titleVi, String detailVi, String titleEn, String detailEn) {
        this.status = status;
        this.titleVi = titleVi;
        this.detailVi = detailVi;
        this.titleEn = titleEn;
        this.detailEn = detailEn;
    }

    int status() {
        return status;
    }

    /** Stable, for programs: {@code service-away}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title(boolean english) {
        return english ? titleEn : titleVi;
    }

    String detail(boolean english) {
        return english ? detailEn : detailVi;
    }
}

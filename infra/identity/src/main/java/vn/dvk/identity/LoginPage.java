package vn.dvk.identity;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The form to sign in with, and beneath it whom one can sign in as: on a machine for trying out that is no secret. */
@RestController
class LoginPage {

    static final String PATH = "/login";
    static final String STYLE = "/login.css";

    private static final String PAGE = """
            <!doctype html>
            <html lang="vi">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Đăng nhập · Dân vận khéo</title>
              <link rel="stylesheet" href="/login.css">
            </head>
            <body>
              <main>
                <h1>Đăng nhập <span lang="en">Sign in</span></h1>
                %s
                <form method="post" action="/login">
                  <input type="hidden" name="%s" value="%s">
                  <label for="username">Tài khoản <span lang="en">Account</span></label>
                  <input id="username" name="username" autocomplete="username" autocapitalize="none" required autofocus>
                  <label for="password">Mật khẩu <span lang="en">Password</span></label>
                  <input id="password" name="password" type="password" autocomplete="current-password" required>
                  <button>Đăng nhập</button>
                </form>
                <h2>Tài khoản dùng thử <span lang="en">Accounts for trying out</span></h2>
                <table>
                  <thead><tr><th>Tài khoản</th><th>Họ tên</th><th>Vai trò tại đơn vị</th></tr></thead>
                  <tbody>
            %s
                  </tbody>
                </table>
              </main>
            </body>
            </html>
            """;

    private static final String WRONG = """
            <p role="alert">Tài khoản hoặc mật khẩu không đúng. <span lang="en">Wrong account or password.</span></p>
            """;

    private final String rows;

    LoginPage(People people) {
        rows = people.all().stream().map(LoginPage::row).collect(joining("\n"));
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String show(CsrfToken csrf, @RequestParam Optional<String> error) {
        var message = error.isPresent() ? WRONG : "";
        return PAGE.formatted(
                message, HtmlUtils.htmlEscape(csrf.getParameterName()), HtmlUtils.htmlEscape(csrf.getToken()), rows);
    }

    private static String row(Person person) {
        var roles = person.assignments().stream()
                .map(assignment -> assignment.role().vietnamese() + " · " + assignment.unit())
                .collect(joining(", "));
        return "        <tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(person.id(), HtmlUtils.htmlEscape(person.name(), "UTF-8"), roles);
    }
}

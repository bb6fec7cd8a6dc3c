package vn.dvk.replay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.dvk.replay.api.Actor;
import vn.dvk.replay.api.Service;

/** The first page, in a real browser and through the gateway: it shows what is counted and moves by itself while a case comes in. */
@ExtendWith(OnePlatform.class)
class PageIT {

    private static final int PER_FIELD = 250;

    /** Makes the total a number that stands nowhere else on a page by chance. */
    private static final int DISTINCT = 617;

    private static final double A_MINUTE = 60_000;

    @Test
    void the_totals_move_while_a_case_is_replayed(RunningPlatform platform) {
        var browser = browser();
        assumeTrue(
                !browser.equals("absent"), "NO BROWSER: the live page was NOT tested (set -Ddvk.browser=<chromium>)");
        try (var playwright = Playwright.create();
                var chromium = playwright.chromium().launch(options(browser));
                var page = chromium.newPage()) {
            var complaints = listen(page);
            var first = platform.replay(
                            "replay", MadeUpCase.write("PAGE-A", DISTINCT).toString())
                    .ended();
            assertThat(first.code()).as(first.output()).isZero();
            page.navigate(platform.address("gateway").toString());
            var before = registered(platform);
            awaitText(page, vietnamese(before));

            var replay = platform.replay(
                    "replay", MadeUpCase.write("PAGE-B", PER_FIELD).toString());
            page.waitForFunction(
                    "before => !document.body.innerText.includes(before)",
                    vietnamese(before),
                    new Page.WaitForFunctionOptions().setTimeout(A_MINUTE));
            assertThat(replay.running())
                    .as("the page moves before the replay is over")
                    .isTrue();
            var ended = replay.ended();
            assertThat(ended.code()).as(ended.output()).isZero();

            assertThat(registered(platform)).isEqualTo(before + 2 * PER_FIELD);
            awaitText(page, vietnamese(before + 2 * PER_FIELD));
            assertThat(complaints).isEmpty();
        }
    }

    private static void awaitText(Page page, String text) {
        page.waitForFunction(
                "text => document.body.innerText.includes(text)",
                text,
                new Page.WaitForFunctionOptions().setTimeout(A_MINUTE));
    }

    /** Errors of the page, and requests to any host but this machine: government networks are closed. */
    private static List<String> listen(Page page) {
        var complaints = new ArrayList<String>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            var address = URI.create(request.url());
            if (!"127.0.0.1".equals(address.getHost()) && !"data".equals(address.getScheme())) {
                complaints.add("foreign host: " + request.url());
            }
        });
        return complaints;
    }

    private static long registered(RunningPlatform platform) {
        return platform.api()
                .get(Service.REPORTING, Actor.VIEWER, "/api/v1/counts?measure=registered")
                .path("total")
                .asLong();
    }

    private static String vietnamese(long number) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag("vi")).format(number);
    }

    private static String browser() {
        var named = System.getProperty("dvk.browser");
        return named != null
                ? named
                : Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                        .filter(path -> Files.isExecutable(Path.of(path)))
                        .findFirst()
                        .orElse("absent");
    }

    private static BrowserType.LaunchOptions options(String browser) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(browser))
                .setArgs(List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run"));
    }
}

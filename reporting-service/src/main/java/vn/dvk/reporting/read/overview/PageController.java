package vn.dvk.reporting.read.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvk.reporting.counting.Parameters;
import vn.dvk.reporting.domain.organisation.Term;
import vn.dvk.reporting.live.Hub;
import vn.dvk.reporting.live.Overview;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.reporting.read.Texts;

/** The public page: complete as it is sent; the script only moves it. */
@Controller
class PageController {

    /** Nothing inline, nothing from elsewhere. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Hub hub;
    private final Directory directory;
    private final MessageSource texts;

    PageController(Hub hub, Directory directory, MessageSource texts) {
        this.hub = hub;
        this.directory = directory;
        this.texts = texts;
    }

    @GetMapping("/")
    String page(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String asOf,
            Model model,
            HttpServletResponse response) {
        var words = Texts.of(texts);
        var chosen = programme == null || programme.isBlank() ? null : programme;
        var day = Parameters.date("asOf", asOf);
        var state = hub.state(chosen, day, words.locale());
        model.addAttribute("t", words);
        model.addAttribute("figures", new Figures(words, state.overview(), day));
        model.addAttribute("overview", state.overview());
        model.addAttribute("tracks", tracks(state.overview(), words));
        model.addAttribute("feed", state.feed());
        model.addAttribute("programmes", directory.now().programmes());
        model.addAttribute("chosen", chosen);
        model.addAttribute("asOf", day);
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "overview";
    }

    /** Names of the tracks that occur. */
    private Map<String, String> tracks(Overview overview, Texts words) {
        return overview.awarded().stream()
                .collect(Collectors.toMap(
                        Overview.Awarded::track,
                        one -> directory.now().termName(Term.TRACK, one.track(), words.vietnamese())));
    }
}

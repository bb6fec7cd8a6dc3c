package vn.dvk.bench.measure;

import static vn.dvk.bench.Words.both;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.dvk.bench.CannotMeasure;
import vn.dvk.bench.Pace;
import vn.dvk.bench.Result;
import vn.dvk.bench.Site;
import vn.dvk.bench.Target;
import vn.dvk.bench.http.People;

/** What is seen of the platform as a whole, with nothing to compare it with. */
public final class Whole {

    private static final Duration CATCHING_UP = Duration.ofMinutes(10);

    /** The replay's last line about a case. */
    private static final Pattern UNTIL_TABLE = Pattern.compile("đến bảng ([\\d.]*\\d),(\\d) s");

    private static final String CASE = "infra/replay/src/main/resources/cases/nghe-an-2024-h1.json";

    private Whole() {}

    public static Result start(Duration took) {
        return Result.figure(
                "·",
                both("khởi động tất cả: từ `up` đến sẵn sàng", "start of all: from `up` to ready"),
                Target.atMost(12),
                "s",
                took.toMillis() / 1000.0);
    }

    /** A real case, replayed as people do it. */
    public static Result ngheAn(Site site) {
        var said = site.script("replay", site.repository().resolve(CASE).toString());
        var time = UNTIL_TABLE.matcher(said);
        if (!time.find()) {
            throw new CannotMeasure("The replay did not say how long it took:\n" + said);
        }
        return Result.figure(
                "·",
                both("Nghệ An: từ yêu cầu đầu đến bảng", "Nghệ An: from the first request to the table"),
                Target.atMost(20),
                "s",
                Double.parseDouble(time.group(1).replace(".", "") + "." + time.group(2)));
    }

    /** A programme with models registered in it, known to everybody. */
    public static void load(Site site, Pace pace, Consumer<String> say) throws InterruptedException {
        var people = new People(site.address("identity"));
        var registrations = new Registrations(site, people);
        say.accept(both("đăng ký %1$d mô hình", "registering %1$d models").formatted(pace.models()));
        registrations.prepareProgramme();
        registrations.register(pace.models());
        new Rest(site, people).await(CATCHING_UP);
    }

    public static List<Result> memory(Site site) {
        var results = new ArrayList<Result>();
        for (var service : List.of("identity", "registration", "evaluation", "awards", "reporting", "backbone")) {
            var most = service.equals("reporting") ? 512 : 256;
            results.add(Result.figure(
                    "M7",
                    both("bộ nhớ của %1$s sau tải", "resident memory of %1$s after the load")
                            .formatted(service),
                    service.equals("backbone") ? null : Target.atMost(most),
                    "MiB",
                    Site.residentMb(site.pid(service))));
        }
        return results;
    }
}

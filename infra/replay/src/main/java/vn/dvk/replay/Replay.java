package vn.dvk.replay;

import static vn.dvk.replay.api.Actor.ADMINISTRATOR;
import static vn.dvk.replay.api.Actor.AUTHORITY;
import static vn.dvk.replay.api.Actor.COUNCIL;
import static vn.dvk.replay.api.Actor.OFFICER;
import static vn.dvk.replay.api.Actor.REVIEWER;
import static vn.dvk.replay.api.Service.AWARDS;
import static vn.dvk.replay.api.Service.EVALUATION;
import static vn.dvk.replay.api.Service.REGISTRATION;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.api.Actor;
import vn.dvk.replay.api.Api;
import vn.dvk.replay.api.Key;
import vn.dvk.replay.api.PlatformFailure;
import vn.dvk.replay.api.Row;
import vn.dvk.replay.api.Service;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.plan.Plan;
import vn.dvk.replay.tables.Screen;

/**
 * Sends one plan, in the order of the process, each step as the person whose step it is.
 *
 * <p>What a service has not heard yet of the one before it is asked for again by the {@link Api}, but for the case's own
 * terms: an unknown one may be mistyped, so they have to be everywhere first. Nothing here waits for a time.
 */
final class Replay {

    /** Rows of one bulk request after registering. */
    private static final int ROWS = 250;

    private final Api api;
    private final Screen screen;
    private final CatchUp catchUp;
    private final Together together;
    private final Plan plan;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Bodies.Printed> printed = new ConcurrentHashMap<>();

    Replay(Api api, Screen screen, CatchUp catchUp, Together together, Plan plan) {
        this.api = api;
        this.screen = screen;
        this.catchUp = catchUp;
        this.together = together;
        this.plan = plan;
    }

    /**
     * How fast the registrations went in; each is written and submitted, selected, accepted.
     *
     * @param requests HTTP requests this took, those sent again included
     */
    record Pace(int registrations, long requests, Duration time) {}

    /** @throws PlatformFailure in the platform's own words when it refuses something */
    Pace run() {
        prepareDirectory();
        var pace = register();
        carryOut();
        appraise();
        recognize();
        commend();
        replicate();
        return pace;
    }

    private void prepareDirectory() {
        var source = plan.of();
        for (var term : source.terms()) {
            var path = "/api/v1/terms/" + term.vocabulary() + "/" + term.code();
            api.put(REGISTRATION, ADMINISTRATOR, path, Bodies.Term.of(term));
        }
        if (!source.terms().isEmpty()) {
            // A service takes no word of which it has not heard.
            catchUp.await();
        }
        for (var part : parts(source.unitsTopDown())) {
            bulk(REGISTRATION, ADMINISTRATOR, "/api/v1/units/bulk", "units", Bodies.Units.of(part));
        }
        for (var succession : source.successions()) {
            if (succession.acts().isEmpty()) {
                var body = Bodies.Succession.of(succession);
                post(REGISTRATION, ADMINISTRATOR, "/api/v1/successions", "successions", body);
            } else {
                post(REGISTRATION, ADMINISTRATOR, "/api/v1/papers", "papers", Bodies.Paper.of(succession));
            }
        }
        source.programmesTopDown().forEach(this::putProgramme);
    }

    private void putProgramme(Case.Programme programme) {
        var path = "/api/v1/programmes/" + programme.code();
        api.put(REGISTRATION, ADMINISTRATOR, path, Bodies.Programme.of(programme));
        if (programme.intake() instanceof Case.Intake intake) {
            api.put(REGISTRATION, ADMINISTRATOR, path + "/intake", new Bodies.Intake(intake.from(), intake.to()));
        }
        if (programme.targets() instanceof Case.Targets targets) {
            api.put(REGISTRATION, ADMINISTRATOR, path + "/targets", Bodies.Targets.of(targets));
        }
    }

    private Pace register() {
        var before = api.requests();
        var start = System.nanoTime();
        try (var progress = screen.progress("Đăng ký · registering", plan.registrations())) {
            together.each(plan.batches(), batch -> {
                register(batch);
                progress.advance(batch.entries().size());
            });
        }
        return new Pace(plan.registrations(), api.requests() - before, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Row by row the server keeps each entry's key, so a batch cut off in the middle is simply sent again. */
    private void register(Plan.Batch batch) {
        var body = new Bodies.Registrations(plan.of().programme().code(), batch.entries());
        for (var row : bulk(REGISTRATION, OFFICER, "/api/v1/registrations/bulk", "register", body)) {
            ids.put(row.key(), row.id());
        }
        for (var entry : batch.entries()) {
            if (Bodies.Printed.of(entry) instanceof Bodies.Printed words) {
                printed.put(id(entry.key()), words);
            }
        }
        var models = batch.entries().stream().map(entry -> id(entry.key())).toList();
        bulk(
                REGISTRATION,
                REVIEWER,
                "/api/v1/registrations/bulk-selection",
                "select",
                new Bodies.Selection(batch.selectedOn(), batch.minutes(), models));
        bulk(
                REGISTRATION,
                REVIEWER,
                "/api/v1/registrations/bulk-acceptance",
                "accept",
                new Bodies.Acceptance(batch.acceptedOn(), batch.approval(), models));
    }

    private void carryOut() {
        var work = plan.carryingOut();
        var models = models(work.models());
        for (var step : work.steps()) {
            inParts(
                    "Thực hiện · carrying out",
                    models,
                    part -> bulk(
                            EVALUATION,
                            OFFICER,
                            "/api/v1/evaluations/bulk-completion",
                            "carry-out",
                            new Bodies.Completion(step, work.on(), work.evidence(), part)));
        }
        oneByOne(
                "Báo cáo tiến độ · progress reports",
                work.reports(),
                report -> post(
                        EVALUATION,
                        OFFICER,
                        "/api/v1/evaluations/" + id(report.model()) + "/progress-reports",
                        "report",
                        new Bodies.Report(report.from(), report.to(), report.on(), report.done())));
    }

    private void appraise() {
        var work = plan.appraisal();
        inParts("Tự chấm · scoring oneself", work.models(), part -> {
            var rows = part.stream()
                    .map(one -> new Bodies.Score(id(one.model()), one.self()))
                    .toList();
            var body = new Bodies.Scores(work.selfOn(), rows);
            bulk(EVALUATION, OFFICER, "/api/v1/evaluations/bulk-scores/self", "score-self", body);
        });
        inParts("Hội đồng chấm · scoring by the council", work.models(), part -> {
            var rows = part.stream()
                    .map(one -> new Bodies.Score(id(one.model()), one.superior()))
                    .toList();
            var body = new Bodies.Scores(work.superiorOn(), rows);
            bulk(EVALUATION, COUNCIL, "/api/v1/evaluations/bulk-scores/superior", "score-superior", body);
        });
        var models = models(work.models().stream().map(Plan.Appraised::model).toList());
        inParts(
                "Kết luận · concluding",
                models,
                part -> bulk(
                        EVALUATION,
                        COUNCIL,
                        "/api/v1/evaluations/bulk-conclusion",
                        "conclude",
                        new Bodies.Conclusion(work.concludedOn(), work.minutes(), part)));
    }

    private void recognize() {
        for (var decided : plan.recognitions()) {
            inParts(
                    "Công nhận · recognizing",
                    models(decided.models()),
                    part -> bulk(
                            AWARDS,
                            AUTHORITY,
                            "/api/v1/recognitions/bulk",
                            "recognize",
                            new Bodies.Recognitions(
                                    decided.level(), decided.decision(), decided.on(), part, printed(part))));
        }
    }

    private void commend() {
        for (var award : plan.modelAwards()) {
            inParts(
                    "Khen thưởng · commending",
                    models(award.models()),
                    part -> bulk(
                            AWARDS,
                            AUTHORITY,
                            "/api/v1/awards/bulk",
                            "award",
                            new Bodies.ModelAwards(
                                    award.form(), award.track(), award.decision(), award.on(), part, printed(part))));
        }
        for (var award : plan.movementAwards()) {
            var rows = award.recipients().stream().map(Bodies.MovementAward::of).toList();
            inParts(
                    "Khen phong trào · commending the movement",
                    rows,
                    part -> bulk(
                            AWARDS,
                            AUTHORITY,
                            "/api/v1/movement-awards/bulk",
                            "movement-award",
                            new Bodies.MovementAwards(
                                    award.programme(),
                                    award.form(),
                                    award.track(),
                                    award.decision(),
                                    award.on(),
                                    part)));
        }
    }

    private void replicate() {
        oneByOne("Nhân rộng · replicating", plan.replications(), replication -> {
            var target = new Bodies.Target(replication.target());
            var proposal = new Bodies.Replication(
                    id(replication.model()), target, false, replication.on(), replication.note());
            var proposed = post(AWARDS, OFFICER, "/api/v1/replications", "replicate", proposal);
            var path = "/api/v1/replications/" + proposed;
            post(AWARDS, OFFICER, path + "/application", "apply", new Bodies.On(replication.on()));
            if (replication.confirmedOn() instanceof LocalDate confirmed) {
                post(AWARDS, REVIEWER, path + "/confirmation", "confirm", new Bodies.On(confirmed));
            }
        });
    }

    /** In the order of the models, because a request's key stands for its very text. */
    private @Nullable Map<String, Bodies.Printed> printed(List<String> models) {
        var some = new LinkedHashMap<String, Bodies.Printed>();
        for (var model : models) {
            if (printed.get(model) instanceof Bodies.Printed words) {
                some.put(model, words);
            }
        }
        return some.isEmpty() ? null : some;
    }

    private List<String> models(List<String> keys) {
        return keys.stream().map(this::id).toList();
    }

    private String id(String key) {
        return Objects.requireNonNull(ids.get(key), key);
    }

    private List<Row> bulk(Service service, Actor actor, String path, String step, Object body) {
        return api.bulk(service, actor, path, new Key(plan.slug() + ":" + step), body);
    }

    /** @return the id in the answer; empty where an answer has none */
    private String post(Service service, Actor actor, String path, String step, Object body) {
        return api.post(service, actor, path, new Key(plan.slug() + ":" + step), body)
                .path("id")
                .asString("");
    }

    private <T> void inParts(String label, List<T> things, Consumer<List<T>> send) {
        if (things.isEmpty()) {
            return;
        }
        try (var progress = screen.progress(label, things.size())) {
            together.each(parts(things), part -> {
                send.accept(part);
                progress.advance(part.size());
            });
        }
    }

    private <T> void oneByOne(String label, List<T> things, Consumer<T> send) {
        if (things.isEmpty()) {
            return;
        }
        try (var progress = screen.progress(label, things.size())) {
            together.each(things, thing -> {
                send.accept(thing);
                progress.advance(1);
            });
        }
    }

    private static <T> List<List<T>> parts(List<T> things) {
        return IntStream.range(0, (things.size() + ROWS - 1) / ROWS)
                .mapToObj(part -> things.subList(part * ROWS, Math.min((part + 1) * ROWS, things.size())))
                .toList();
    }
}

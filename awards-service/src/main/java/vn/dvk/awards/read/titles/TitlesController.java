package vn.dvk.awards.read.titles;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.Category;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Rest;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.dossier.Award;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.Recognition;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.movementaward.MovementAwardCommand;
import vn.dvk.awards.domain.movementaward.MovementAwardEvent;
import vn.dvk.awards.store.DecisionRegister;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.kit.stream.Streams;

/** Danh hiệu, khen thưởng của một chủ thể qua các năm: found by the subject, whatever has become of its units. */
@RestController
@Tag(name = "Titles")
class TitlesController {

    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> movementAwards;
    private final DecisionRegister register;

    TitlesController(
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            Streams<MovementAwardCommand, MovementAward, MovementAwardEvent> movementAwards,
            DecisionRegister register) {
        this.dossiers = dossiers;
        this.movementAwards = movementAwards;
        this.register = register;
    }

    record Titles(String subject, List<Title> titles) {}

    /** What a title is. */
    enum What {
        RECOGNITION,
        AWARD
    }

    /**
     * @param id       of the recognition or award
     * @param model    what it is for; absent of an award for the movement
     * @param code     of the model
     * @param unit     of an award, the recipient's as printed; of a recognition, the one that leads the model
     * @param level    of a recognition
     * @param form     of an award, as {@code track} and {@code category}
     * @param as       the name as printed; absent of a recognition that names nobody
     * @param decision as it reads now
     * @param revoked  that it was annulled, or has ended, and when
     */
    record Title(
            What what,
            String id,
            LocalDate on,
            String programme,
            @Nullable String model,
            @Nullable String code,
            String unit,
            @Nullable String level,
            @Nullable String form,
            @Nullable String track,
            @Nullable Category category,
            @Nullable String as,
            DecisionPaper decision,
            @Nullable Revocation revoked) {}

    @Operation(
            summary = "Titles of a subject over the years: recognitions and awards, by day, those revoked included",
            description = "The subject's id is that of registration's register. Of one nobody knows there are none.")
    @GetMapping("/api/v1/subjects/{subject}/titles")
    Titles titles(@PathVariable String subject) {
        var models = dossiers.find(named(dossiers.documents(), subject)).values().stream()
                .map(Outcome.Unchanged::state)
                .filter(Dossier.Known.class::isInstance)
                .map(Dossier.Known.class::cast)
                .toList();
        var movement = movementAwards.find(named(movementAwards.documents(), subject)).values().stream()
                .map(Outcome.Unchanged::state)
                .filter(MovementAward.Given.class::isInstance)
                .map(MovementAward.Given.class::cast)
                .toList();
        var now = register.reading(Stream.concat(
                        models.stream().flatMap(one -> one.rests().stream()),
                        movement.stream().flatMap(one -> one.rests().stream()))
                .map(Rest::decision)
                .distinct()
                .toList());
        var titles = new ArrayList<Title>();
        models.forEach(one -> ofModel(subject, one, now, titles));
        movement.forEach(one -> ofMovement(subject, one, now, titles));
        titles.sort(Comparator.comparing(Title::on).thenComparing(Title::id));
        return new Titles(subject, titles);
    }

    private static List<String> named(MongoCollection<Document> documents, String subject) {
        return documents
                .find(Filters.eq("view.subjects", subject))
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    private static void ofModel(
            String subject, Dossier.Known dossier, UnaryOperator<DecisionPaper> now, List<Title> titles) {
        if (subject.equals(dossier.entry().dimensions().subjectId())) {
            dossier.recognitions().forEach(one -> titles.add(recognition(dossier, one, now)));
        }
        dossier.awards()
                .forEach(award -> award.recipients().stream()
                        .filter(one -> subject.equals(one.subject()))
                        .forEach(one -> titles.add(award(dossier, award, one, now))));
    }

    private static Title recognition(Dossier.Known dossier, Recognition one, UnaryOperator<DecisionPaper> now) {
        var of = dossier.entry().dimensions();
        return new Title(
                What.RECOGNITION,
                one.recognition(),
                one.on(),
                of.programme(),
                of.model(),
                of.code(),
                of.unit(),
                one.level(),
                null,
                null,
                null,
                one.printed() == null ? null : one.printed().name(),
                now.apply(one.decision()),
                one.revoked());
    }

    private static Title award(
            Dossier.Known dossier, Award award, Recipient recipient, UnaryOperator<DecisionPaper> now) {
        var of = dossier.entry().dimensions();
        var given = award.commendation();
        return new Title(
                What.AWARD,
                award.award(),
                given.on(),
                of.programme(),
                of.model(),
                of.code(),
                recipient.unit(),
                null,
                given.form(),
                given.track(),
                Category.MODEL,
                recipient.name(),
                now.apply(given.decision()),
                award.revoked());
    }

    private static void ofMovement(
            String subject, MovementAward.Given given, UnaryOperator<DecisionPaper> now, List<Title> titles) {
        var merit = given.merit();
        merit.recipients().stream()
                .filter(one -> subject.equals(one.subject()))
                .forEach(one -> titles.add(new Title(
                        What.AWARD,
                        given.award(),
                        merit.on(),
                        merit.programme(),
                        null,
                        null,
                        one.unit(),
                        null,
                        merit.form(),
                        merit.track(),
                        Category.MOVEMENT,
                        one.name(),
                        now.apply(merit.decision()),
                        given.revoked())));
    }
}

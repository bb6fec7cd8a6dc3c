package vn.dvk.awards.read.model;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Subject;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.DossierCommand;
import vn.dvk.awards.domain.dossier.DossierEvent;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.dossier.NonRecognition;
import vn.dvk.awards.domain.dossier.Recognition;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.read.AwardAnswer;
import vn.dvk.awards.read.EvaluationAnswer;
import vn.dvk.awards.read.HistoryAnswer;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.store.DecisionRegister;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.store.WiderHolds;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.ETag;

/** Hồ sơ một mô hình: everything decided about it, standing or revoked. */
@RestController
@Tag(name = "Models")
class ModelController {

    private final OpenDossiers open;
    private final DecisionRegister register;
    private final WiderHolds holds;
    private final Streams<DossierCommand, Dossier, DossierEvent> dossiers;
    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;

    ModelController(
            OpenDossiers open,
            DecisionRegister register,
            WiderHolds holds,
            Streams<DossierCommand, Dossier, DossierEvent> dossiers,
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications) {
        this.open = open;
        this.register = register;
        this.holds = holds;
        this.dossiers = dossiers;
        this.replications = replications;
    }

    /**
     * @param state    {@code ON_HOLD} also while its unit or subject is
     * @param holds    on the model itself, also those released
     * @param heldWith those on its unit and subject that are not released
     */
    record ModelBody(
            String model,
            String code,
            @Nullable String name,
            String programme,
            String unit,
            String field,
            ModelKind kind,
            Subject subject,
            @Nullable String level,
            @Nullable String place,
            @Nullable String subjectId,
            Dossier.Stage state,
            long version,
            @Nullable EvaluationAnswer evaluated,
            List<Recognition> recognitions,
            List<NonRecognition> refusals,
            List<AwardAnswer> awards,
            List<Hold> holds,
            List<WiderHolds.Standing> heldWith,
            List<ReplicationSummary> replications) {}

    /** A replication of this model, briefly. */
    record ReplicationSummary(
            String id,
            @Nullable String unit,
            @Nullable String place,
            String state,
            @Nullable String replica,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate stoppedOn) {}

    @GetMapping("/api/v1/models/{model}")
    ResponseEntity<ModelBody> model(@PathVariable String model) {
        var found = open.read(model);
        var dossier = register.reading(found.dossier());
        var of = dossier.toldDimensions();
        var heldWith = holds.standingOn(WiderHolds.targets(of.unit(), of.subjectId()));
        return ResponseEntity.ok()
                .eTag(new ETag(found.version()).toString())
                .body(new ModelBody(
                        of.model(),
                        of.code(),
                        of.name(),
                        of.programme(),
                        of.unit(),
                        of.field(),
                        of.kind(),
                        of.subject(),
                        dossier.entry().level(),
                        dossier.entry().place(),
                        of.subjectId(),
                        dossier.stage(!heldWith.isEmpty()),
                        found.version(),
                        EvaluationAnswer.of(dossier.conclusion()),
                        dossier.recognitions(),
                        dossier.refusals(),
                        dossier.awards().stream().map(AwardAnswer::of).toList(),
                        dossier.holds(),
                        heldWith,
                        summaries(model)));
    }

    private List<ReplicationSummary> summaries(String model) {
        return replications
                .documents()
                .find(Page.equal("model", model).getFirst())
                .map(document -> new Page.Row(document.getString("_id"), document.get("view", org.bson.Document.class)))
                .map(row -> new ReplicationSummary(
                        row.id(),
                        row.text("unit"),
                        row.text("place"),
                        String.valueOf(row.text("state")),
                        row.text("replica"),
                        day(row.text("startedOn")),
                        day(row.text("confirmedOn")),
                        day(row.text("stoppedOn"))))
                .into(new ArrayList<>());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @GetMapping("/api/v1/models/{model}/history")
    HistoryAnswer history(@PathVariable String model) {
        open.read(model);
        return HistoryAnswer.of(dossiers.history(model), dossiers::nameOf);
    }
}

package vn.dvk.awards.read.coverage;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.replication.Replication;
import vn.dvk.awards.domain.replication.ReplicationCommand;
import vn.dvk.awards.domain.replication.ReplicationEvent;
import vn.dvk.awards.read.Page;
import vn.dvk.awards.store.Directory;
import vn.dvk.awards.store.OpenDossiers;
import vn.dvk.awards.store.Words;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Refused;

/** Độ phủ nhân rộng của một mô hình. */
@RestController
@Tag(name = "Replication")
class CoverageController {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final OpenDossiers open;
    private final Streams<ReplicationCommand, Replication, ReplicationEvent> replications;
    private final Directory directory;
    private final Words words;
    private final Clock clock;

    CoverageController(
            OpenDossiers open,
            Streams<ReplicationCommand, Replication, ReplicationEvent> replications,
            Directory directory,
            Words words,
            Clock clock) {
        this.open = open;
        this.replications = replications;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param under the unit whose subtree is to be covered, as the organisation was on the day
     * @param on    today in Vietnam, unless given
     */
    @GetMapping("/api/v1/models/{model}/coverage")
    Coverage coverage(
            @PathVariable String model,
            @RequestParam String under,
            @RequestParam(defaultValue = "COMMUNE") String kind,
            @RequestParam(required = false) @Nullable LocalDate on) {
        var dossier = open.read(model).dossier();
        words.unitKinds(kind).fault("kind", kind, null).ifPresent(wrong -> {
            throw new Refused(Refusal.blaming(wrong));
        });
        directory.unit(under).orElseThrow(() -> Refused.notFound("unit", under));
        var day = on == null ? LocalDate.now(clock.withZone(VIETNAM)) : on;
        var organisation = new Organisation(directory.units(), day);
        var source = dossier.stays().unitOn(day);
        return Coverage.of(
                replications(model, organisation),
                source == null ? null : organisation.place(source),
                organisation.under(under, kind),
                organisation::isAlive,
                day);
    }

    private List<Coverage.ReplicationDates> replications(String model, Organisation organisation) {
        var dates = new ArrayList<Coverage.ReplicationDates>();
        replications
                .documents()
                .find(Page.equal("model", model).getFirst())
                .forEach(document -> datesOf(document.get("view", Document.class), organisation, dates));
        return dates;
    }

    /** Each time it was applied by itself: what was stopped and started again has a gap. */
    private static void datesOf(Document view, Organisation organisation, List<Coverage.ReplicationDates> dates) {
        var unit = view.getString("unit");
        var place = unit == null ? null : organisation.place(unit);
        view.getList("spells", Document.class, List.of())
                .forEach(spell -> dates.add(new Coverage.ReplicationDates(
                        place,
                        day(spell.getString("from")),
                        day(spell.getString("confirmedOn")),
                        day(spell.getString("until")))));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}

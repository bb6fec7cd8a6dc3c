package vn.dvk.awards.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardCorrection;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.dossier.Dossier;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.movementaward.MovementAward;
import vn.dvk.awards.domain.widerhold.HoldTarget;

/**
 * Which units and subjects are on hold, for commands about what is theirs. Looked up when a command is made; one placed in
 * that very moment is not seen.
 */
@Component
public class WiderHolds {

    private final MongoCollection<Document> collection;
    private final Affiliations affiliations;

    WiderHolds(MongoDatabase database, Affiliations affiliations) {
        this.collection = database.getCollection("wider_holds");
        this.affiliations = affiliations;
    }

    /**
     * One that is not released.
     *
     * @param from its first day
     */
    public record Standing(String hold, HoldTarget target, Hold.Kind kind, LocalDate from) {}

    /** By model, the unit or subject whose hold is in the way on the day; models of which none is are missing. */
    public Map<String, String> onModels(Collection<String> models, LocalDate day) {
        var found = affiliations.of(models);
        var held = among(
                found.values().stream()
                        .flatMap(one -> targets(one.unitOn(day), one.subject()))
                        .toList(),
                day);
        var byModel = new HashMap<String, String>();
        found.forEach((model, one) -> targets(one.unitOn(day), one.subject())
                .filter(held::contains)
                .findFirst()
                .ifPresent(by -> byModel.put(model, by.id())));
        return byModel;
    }

    /** The unit or subject whose hold is in the way of giving something to one of these on the day. */
    public @Nullable String onRecipients(Collection<Recipient> recipients, LocalDate day) {
        return firstHeld(
                recipients,
                among(recipients.stream().flatMap(WiderHolds::targets).toList(), day));
    }

    /** The same for many, in one read. */
    public Map<Recipient, String> onEach(Collection<Recipient> recipients, LocalDate day) {
        var held = among(recipients.stream().flatMap(WiderHolds::targets).toList(), day);
        var found = new HashMap<Recipient, String>();
        recipients.forEach(one -> {
            if (firstHeld(List.of(one), held) instanceof String by) {
                found.put(one, by);
            }
        });
        return found;
    }

    /** What is in the way of correcting an award for a model: as for one that is granted, of whatever is new about it. */
    public @Nullable String onCorrection(Dossier.Known dossier, String award, AwardCorrection by) {
        return dossier.award(award)
                .map(one -> onCorrection(
                        one.commendation().decision(),
                        one.recipients(),
                        by,
                        day -> targets(
                                dossier.unitOn(day),
                                dossier.entry().dimensions().subjectId())))
                .orElse(null);
    }

    /** The same of an award for the movement. */
    public @Nullable String onCorrection(MovementAward award, AwardCorrection by) {
        return award instanceof MovementAward.Given given
                ? onCorrection(given.merit().decision(), given.merit().recipients(), by, _ -> Stream.empty())
                : null;
    }

    /** By another decision everything is given anew; otherwise only to those who have not received it so far. */
    private @Nullable String onCorrection(
            DecisionPaper was,
            List<Recipient> were,
            AwardCorrection by,
            Function<LocalDate, Stream<HoldTarget>> whoseItIs) {
        var decision = by.decision() == null ? was : by.decision();
        var anew = !decision.isSamePaperAs(was);
        var recipients = by.recipientsOr(were).stream()
                .filter(one -> anew || !were.contains(one))
                .toList();
        var day = decision.date();
        var whose = anew ? whoseItIs.apply(day).toList() : List.<HoldTarget>of();
        var held = among(
                Stream.concat(whose.stream(), recipients.stream().flatMap(WiderHolds::targets))
                        .toList(),
                day);
        return whose.stream()
                .filter(held::contains)
                .map(HoldTarget::id)
                .findFirst()
                .orElseGet(() -> firstHeld(recipients, held));
    }

    private static @Nullable String firstHeld(Collection<Recipient> recipients, Set<HoldTarget> held) {
        return recipients.stream()
                .flatMap(one -> targets(one)
                        .filter(held::contains)
                        .map(by -> by.type() == HoldTarget.Type.SUBJECT ? one.name() : by.id()))
                .findFirst()
                .orElse(null);
    }

    private static Stream<HoldTarget> targets(Recipient recipient) {
        return targets(recipient.unit(), recipient.subject());
    }

    /** The subject first: it is more to the point. */
    public static Stream<HoldTarget> targets(String unit, @Nullable String subject) {
        var its = new HoldTarget(HoldTarget.Type.UNIT, unit);
        return subject == null ? Stream.of(its) : Stream.of(new HoldTarget(HoldTarget.Type.SUBJECT, subject), its);
    }

    /** Those of them that are on hold on the day, in one read. */
    public Set<HoldTarget> among(Collection<HoldTarget> asked, LocalDate day) {
        var byKey = new HashMap<String, HoldTarget>();
        asked.forEach(one -> byKey.put(one.key(), one));
        var held = new HashSet<HoldTarget>();
        if (!byKey.isEmpty()) {
            find(Filters.in("view.target", byKey.keySet())).forEach(view -> {
                var from = LocalDate.parse(view.getString("from"));
                var until = view.getString("until");
                if (!day.isBefore(from) && (until == null || day.isBefore(LocalDate.parse(until)))) {
                    held.add(byKey.get(view.getString("target")));
                }
            });
        }
        return held;
    }

    /** Those on these that are not released. */
    public List<Standing> standingOn(Stream<HoldTarget> targets) {
        return standing(Filters.in("view.target", targets.map(HoldTarget::key).toList()));
    }

    /** Whoever is on hold, by whose holds models are on hold too: few at any time. */
    public Set<HoldTarget> standing() {
        return standing(Filters.exists("view.target")).stream()
                .map(Standing::target)
                .collect(Collectors.toSet());
    }

    private List<Standing> standing(Bson which) {
        var found = new ArrayList<Standing>();
        find(Filters.and(which, Filters.eq("view.stands", true)))
                .forEach(view -> found.add(new Standing(
                        view.getString("id"),
                        new HoldTarget(HoldTarget.Type.valueOf(view.getString("type")), view.getString("of")),
                        Hold.Kind.valueOf(view.getString("kind")),
                        LocalDate.parse(view.getString("from")))));
        return found;
    }

    private Iterable<Document> find(Bson which) {
        return collection
                .find(which)
                .projection(Projections.include("view"))
                .map(document -> document.get("view", new Document()));
    }
}

package vn.dvk.registration.domain.unit;

import static vn.dvk.kit.decide.Decision.accept;
import static vn.dvk.kit.decide.Decision.nothingNew;
import static vn.dvk.kit.decide.Decision.refuse;
import static vn.dvk.registration.domain.RegistrationReason.ACT_TOLD;
import static vn.dvk.registration.domain.RegistrationReason.ANNULMENT_BUILT_ON;
import static vn.dvk.registration.domain.RegistrationReason.ANNULMENT_CIRCLE;
import static vn.dvk.registration.domain.RegistrationReason.ANNULMENT_OF_PART;
import static vn.dvk.registration.domain.RegistrationReason.CODE_TWICE;
import static vn.dvk.registration.domain.RegistrationReason.DISSOLVED_ABOVE;
import static vn.dvk.registration.domain.RegistrationReason.ENTRY_AFTER_END;
import static vn.dvk.registration.domain.RegistrationReason.MERGED_INTO_SEVERAL;
import static vn.dvk.registration.domain.RegistrationReason.NATIONAL_CODE_TAKEN;
import static vn.dvk.registration.domain.RegistrationReason.PAPER_TOO_LARGE;
import static vn.dvk.registration.domain.RegistrationReason.PAPER_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.PARENT_BELOW;
import static vn.dvk.registration.domain.RegistrationReason.PARENT_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.SPLIT_INTO_ONE;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_LATER_PAPER;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_NAME;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_NEEDS_SUCCESSOR;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_OUTSIDE_LIFE;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSION_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.SUCCESSOR_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_INVALID;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_NOT_ALIVE;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_OWN_PARENT;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_PERIOD_REVERSED;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_UNKNOWN;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Decision;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.unit.Structure.Told;
import vn.dvk.registration.domain.unit.StructureCommand.Annul;
import vn.dvk.registration.domain.unit.StructureCommand.AnnulOrder;
import vn.dvk.registration.domain.unit.StructureCommand.Describe;
import vn.dvk.registration.domain.unit.StructureCommand.Order;
import vn.dvk.registration.domain.unit.StructureCommand.Reorganize;
import vn.dvk.registration.domain.unit.StructureEvent.Annulled;
import vn.dvk.registration.domain.unit.StructureEvent.Described;
import vn.dvk.registration.domain.unit.StructureEvent.Reorganized;

/**
 * The rules about units and reorganizations. Whoever is named has to be there, at no date does a unit stand above itself,
 * and what was told before goes on making sense. Asking for what is already so is nothing new.
 *
 * <p>That a unit is merged into one of its own children is no circle: the child keeps its superior, until it is moved.
 */
public final class StructureDecider {

    /** As many units one paper may name, and as many may follow a dissolved superior: each of them states all of them. */
    public static final int TOGETHER = 500;

    private static final int NAMED = 5;

    private StructureDecider() {}

    public static Decision<StructureEvent> decide(StructureCommand command, Structure structure) {
        return switch (command) {
            case Describe describe -> describeAll(List.of(describe), structure).getFirst();
            case Reorganize reorganize -> reorganize(reorganize, structure);
            case Order order -> order(order, structure);
            case Annul annul -> annul(annul, structure);
            case AnnulOrder annul -> annul(annul, structure);
        };
    }

    /**
     * Descriptions are looked at as a whole: a superior may be established together with who stands below it, in any
     * order. What has no place is refused, and what would have had its place only with it.
     *
     * @return a decision for each, in order; the accepted ones hold together, and one after the other
     */
    public static List<Decision<StructureEvent>> describeAll(List<Describe> all, Structure structure) {
        var decisions = new ArrayList<@Nullable Decision<StructureEvent>>(Collections.nCopies(all.size(), null));
        boolean settled;
        do {
            var wouldBe = structure.draft();
            var open = new ArrayList<Integer>();
            for (var i = 0; i < all.size(); i++) {
                if (decisions.get(i) == null || decisions.get(i) instanceof Decision.Accepted<StructureEvent>) {
                    var decision = describe(all.get(i), wouldBe.unit(all.get(i).code()));
                    decisions.set(i, decision);
                    if (decision instanceof Decision.Accepted<StructureEvent>(var events) && !events.isEmpty()) {
                        events.forEach(wouldBe::apply);
                        open.add(i);
                    }
                }
            }
            settled = true;
            for (var i : open) {
                var faults = misplaced(all.get(i), wouldBe);
                if (!faults.isEmpty()) {
                    decisions.set(i, refuse(Refusal.of(UNIT_INVALID, faults)));
                    settled = false;
                }
            }
        } while (!settled);
        return decisions.stream().map(Objects::requireNonNull).toList();
    }

    private static Decision<StructureEvent> describe(Describe command, Optional<Unit> before) {
        var profile = command.profile();
        if (command.code().equals(profile.parent())) {
            return refuse(UNIT_OWN_PARENT, command.code());
        }
        if (before.isPresent() && before.get().profile().equals(profile)) {
            return nothingNew();
        }
        if (!command.wrongWords().isEmpty()) {
            return refuse(Refusal.of(UNIT_INVALID, command.wrongWords()));
        }
        // A reorganization that is on record sets the last day; the corrected first day must not come after it.
        var from = profile.validFrom();
        var to = before.map(unit -> unit.described(profile).lastDay()).orElse(profile.validTo());
        return from != null && to != null && to.isBefore(from)
                ? refuse(UNIT_PERIOD_REVERSED, from, to)
                : accept(new Described(command.code(), profile));
    }

    private static List<Fault> misplaced(Describe command, Structure wouldBe) {
        var parent = command.profile().parent();
        var faults = new ArrayList<Fault>();
        if (parent != null) {
            faults.addAll(below(parent, List.of(command.code()), wouldBe));
        }
        wouldBe.unit(command.code())
                .flatMap(wouldBe::sharingNationalCode)
                .ifPresent(other -> faults.add(Fault.of(
                        "nationalCode",
                        NATIONAL_CODE_TAKEN,
                        String.valueOf(command.profile().nationalCode()),
                        other.code())));
        return faults;
    }

    private static List<Fault> below(String parent, Collection<String> units, Structure wouldBe) {
        if (!wouldBe.has(parent)) {
            return List.of(Fault.of("parent", PARENT_UNKNOWN, parent));
        }
        return units.stream()
                .filter(code ->
                        wouldBe.unit(code).filter(wouldBe::isAboveItself).isPresent())
                .limit(1)
                .map(code -> Fault.of("parent", PARENT_BELOW, parent, code))
                .toList();
    }

    private static Decision<StructureEvent> reorganize(Reorganize command, Structure structure) {
        var succession = command.succession();
        if (structure.inForce().anyMatch(told -> told.succession().saysTheSameAs(succession))) {
            return nothingNew();
        }
        var missing = missing(succession);
        if (missing != null) {
            return refuse(Refusal.blaming(missing));
        }
        var numbered = succession.numbered(structure.nextOn(succession.effective()));
        var faults = new ArrayList<Fault>(command.wrongWords());
        faults.addAll(ofUnits(numbered, structure));
        faults.addAll(ofSuccessors(numbered, structure));
        if (faults.isEmpty() && !command.inTheWay().isEmpty()) {
            faults.add(Fault.of(
                    "effective",
                    ENTRY_AFTER_END,
                    String.join(", ", command.inTheWay()),
                    succession.effective().minusDays(1)));
        }
        var parent = succession.parent();
        if (faults.isEmpty() && succession.type() == Succession.Type.MOVED && parent != null) {
            if (structure
                    .unit(parent)
                    .filter(above -> !above.isAliveFor(numbered))
                    .isPresent()) {
                return refuse(Refusal.of(
                        UNIT_INVALID, List.of(Fault.of("parent", UNIT_NOT_ALIVE, parent, succession.effective()))));
            }
            var wouldBe = structure.draft();
            wouldBe.apply(new Reorganized(numbered));
            faults.addAll(below(parent, succession.units(), wouldBe));
        }
        if (faults.isEmpty() && succession.type() == Succession.Type.DISSOLVED) {
            return dissolve(numbered, structure);
        }
        return faults.isEmpty() ? accept(new Reorganized(numbered)) : refuse(Refusal.of(UNIT_INVALID, faults));
    }

    /** Nobody is left below a unit that is no more: who stands there goes over to the one successor, or was moved before. */
    private static Decision<StructureEvent> dissolve(Succession dissolved, Structure structure) {
        var events = new ArrayList<StructureEvent>(List.of(new Reorganized(dissolved)));
        var wouldBe = structure.draft();
        events.forEach(wouldBe::apply);
        var ended = dissolved.units().stream().filter(dissolved::ends).toList();
        var left = wouldBe.below(ended, dissolved.effective());
        if (left.isEmpty()) {
            return Decision.accept(events);
        }
        var successors = dissolved.successors();
        if (successors.size() != 1 || left.contains(successors.getFirst()) || left.size() > TOGETHER) {
            var faults = new ArrayList<Fault>();
            for (var i = 0; i < dissolved.units().size(); i++) {
                var code = dissolved.units().get(i);
                var below = wouldBe.below(List.of(code), dissolved.effective());
                if (dissolved.ends(code) && !below.isEmpty()) {
                    faults.add(
                            Fault.of("units[" + i + "]", DISSOLVED_ABOVE, code, some(below), above(code, structure)));
                }
            }
            return refuse(Refusal.of(UNIT_INVALID, faults));
        }
        var moved = new Reorganized(dissolved.movingOn(left, successors.getFirst()));
        wouldBe.apply(moved);
        events.add(moved);
        var faults = below(successors.getFirst(), left, wouldBe);
        return faults.isEmpty()
                ? Decision.accept(events)
                : refuse(Refusal.of(
                        UNIT_INVALID,
                        faults.stream()
                                .map(fault -> new Fault("successors[0]", fault.reason(), fault.arguments()))
                                .toList()));
    }

    private static String some(List<String> codes) {
        return String.join(", ", codes.subList(0, Math.min(NAMED, codes.size()))) + (codes.size() > NAMED ? ", …" : "");
    }

    /** A superior that would do for who stands below a unit: its own. */
    private static String above(String code, Structure structure) {
        return structure
                .unit(code)
                .map(Unit::parents)
                .filter(parents -> !parents.isEmpty())
                .map(parents -> parents.getLast().value())
                .orElse("NA");
    }

    /** Each act is looked at as the acts before it leave the units; the first that cannot be stops all. */
    private static Decision<StructureEvent> order(Order command, Structure structure) {
        var acts = command.acts().stream().map(Reorganize::succession).toList();
        if (structure.orderOf(acts).isPresent()) {
            return nothingNew();
        }
        var units = acts.stream().mapToInt(act -> act.units().size()).sum();
        if (units > TOGETHER) {
            return refuse(Refusal.blaming(Fault.of("acts", PAPER_TOO_LARGE, TOGETHER, units)));
        }
        var events = new ArrayList<StructureEvent>();
        var wouldBe = structure.draft();
        for (var i = 0; i < acts.size(); i++) {
            var act = "acts[" + i + "]";
            switch (reorganize(command.acts().get(i), wouldBe)) {
                case Decision.Refused<StructureEvent>(var why) -> {
                    return refuse(Refusal.of(
                            UNIT_INVALID,
                            why.faults().stream().map(fault -> at(act, fault)).toList()));
                }
                case Decision.Accepted<StructureEvent>(var more)
                when more.isEmpty() -> {
                    return refuse(Refusal.of(UNIT_INVALID, List.of(Fault.of(act, ACT_TOLD, paper(acts.get(i))))));
                }
                case Decision.Accepted<StructureEvent>(var more) -> {
                    more.forEach(wouldBe::apply);
                    events.addAll(more);
                }
            }
        }
        return Decision.accept(events);
    }

    /** The day is the paper's, so it is the act as a whole that does not fit it. */
    private static Fault at(String act, Fault fault) {
        var field = fault.field().equals("effective") ? act : act + '.' + fault.field();
        return new Fault(field, fault.reason(), fault.arguments());
    }

    private static @Nullable Fault missing(Succession succession) {
        return switch (succession.type()) {
            case MERGED ->
                switch (succession.successors().size()) {
                    case 0 -> Fault.of("successors", SUCCESSION_NEEDS_SUCCESSOR, succession.type());
                    case 1 -> null;
                    default -> Fault.of("successors", MERGED_INTO_SEVERAL, some(succession.successors()));
                };
            case SPLIT ->
                switch (succession.successors().size()) {
                    case 0 -> Fault.of("successors", SUCCESSION_NEEDS_SUCCESSOR, succession.type());
                    case 1 ->
                        Fault.of(
                                "successors",
                                SPLIT_INTO_ONE,
                                succession.successors().getFirst(),
                                succession.units().getFirst());
                    default -> null;
                };
            case RENAMED ->
                succession.name() == null && succession.kind() == null ? Fault.of("name", SUCCESSION_NEEDS_NAME) : null;
            case MOVED -> {
                var parent = succession.parent();
                yield parent == null
                        ? Fault.of("parent", SUCCESSION_NEEDS_PARENT)
                        : succession.units().contains(parent) ? Fault.of("parent", UNIT_OWN_PARENT, parent) : null;
            }
            case CREATED, DISSOLVED -> null;
        };
    }

    private static List<Fault> ofUnits(Succession succession, Structure structure) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (var i = 0; i < succession.units().size(); i++) {
            var code = succession.units().get(i);
            var field = "units[" + i + "]";
            var unit = structure.unit(code);
            if (unit.isEmpty()) {
                faults.add(Fault.of(field, UNIT_UNKNOWN, code));
            } else if (!seen.add(code)) {
                faults.add(Fault.of(field, CODE_TWICE, code));
            } else {
                ofUnit(field, unit.get(), succession, structure).ifPresent(faults::add);
            }
        }
        return faults;
    }

    /** What ends is there until the day before, everything else on the day itself; and it ends once, with nothing later about it. */
    private static Optional<Fault> ofUnit(String field, Unit unit, Succession succession, Structure structure) {
        var code = unit.code();
        var ends = succession.ends(code);
        var day = ends ? succession.effective().minusDays(1) : succession.effective();
        if (!unit.isAliveOn(day)) {
            return Optional.of(Fault.of(field, SUCCESSION_OUTSIDE_LIFE, code, day));
        }
        return ends
                ? structure
                        .inForce()
                        .map(Told::succession)
                        .filter(one -> one.ends(code) || !one.isBefore(succession) && names(one, code))
                        .findFirst()
                        .map(later -> Fault.of(field, SUCCESSION_LATER_PAPER, code, paper(later), later.effective()))
                : Optional.empty();
    }

    private static List<Fault> ofSuccessors(Succession succession, Structure structure) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < succession.successors().size(); i++) {
            var successor = succession.successors().get(i);
            var field = "successors[" + i + "]";
            var unit = structure.unit(successor);
            if (unit.isEmpty()) {
                faults.add(Fault.of(field, SUCCESSOR_UNKNOWN, successor));
            } else if (!unit.get().isAliveFor(succession)) {
                faults.add(Fault.of(field, SUCCESSION_OUTSIDE_LIFE, successor, succession.effective()));
            }
        }
        return faults;
    }

    private static boolean names(Succession succession, String unit) {
        return succession.isAbout(unit) || unit.equals(succession.parent());
    }

    private static Decision<StructureEvent> annul(Annul command, Structure structure) {
        var found = structure.succession(command.succession());
        if (found.isEmpty()) {
            return refuse(SUCCESSION_UNKNOWN, command.succession());
        }
        var told = found.get();
        var paper = told.succession().paper();
        if (paper != null) {
            return refuse(
                    ANNULMENT_OF_PART,
                    structure.order(paper).isEmpty()
                            ? "/api/v1/successions/" + paper + "/annulment"
                            : "/api/v1/papers/" + paper + "/annulment");
        }
        return annul(
                structure.toldWith(command.succession()),
                id -> new Annulled(id, command.on(), command.reason(), command.decision()),
                structure);
    }

    private static Decision<StructureEvent> annul(AnnulOrder command, Structure structure) {
        var acts = structure.order(command.paper());
        return acts.isEmpty()
                ? refuse(PAPER_UNKNOWN, command.paper())
                : annul(acts, id -> new Annulled(id, command.on(), command.reason(), command.decision()), structure);
    }

    /** What was told together is taken back together, the last first. */
    private static Decision<StructureEvent> annul(
            List<Told> together, Function<String, Annulled> annulment, Structure structure) {
        if (!together.getFirst().isInForce()) {
            return nothingNew();
        }
        var ids = together.stream().map(told -> told.succession().id()).collect(Collectors.toSet());
        var builtOn = structure
                .inForce()
                .filter(later -> !ids.contains(later.succession().id()))
                .filter(later -> together.stream()
                        .anyMatch(told ->
                                later.place() > told.place() && isBuiltOn(later.succession(), told.succession())))
                .map(later ->
                        paper(later.succession()) + " (" + later.succession().effective() + ")")
                .collect(Collectors.joining(", "));
        if (!builtOn.isEmpty()) {
            return refuse(ANNULMENT_BUILT_ON, builtOn);
        }
        var annulled = together.reversed().stream()
                .<StructureEvent>map(told -> annulment.apply(told.succession().id()))
                .toList();
        var wouldBe = structure.draft();
        annulled.forEach(wouldBe::apply);
        return wouldBe.units().stream()
                .filter(wouldBe::isAboveItself)
                .findFirst()
                .<Decision<StructureEvent>>map(unit -> refuse(ANNULMENT_CIRCLE, unit.code()))
                .orElseGet(() -> Decision.accept(annulled));
    }

    /**
     * Whether a paper that was told later stands on what the earlier one made: it is about the units that it changed, or
     * ends one that took over from them. That another unit joins the same successor does not.
     */
    private static boolean isBuiltOn(Succession later, Succession earlier) {
        return !later.isBefore(earlier)
                && (earlier.units().stream().anyMatch(unit -> names(later, unit))
                        || earlier.successors().stream().anyMatch(later::ends));
    }

    /** As people call it. */
    private static String paper(Succession succession) {
        var decision = succession.decision();
        return succession.type() + " "
                + (decision instanceof Paper(var number, var _, var _)
                        ? number
                        : String.join(", ", succession.units().stream().limit(3).toList()));
    }
}

package vn.dvk.registration.domain.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Day;
import vn.dvk.registration.domain.KnownPaper;
import vn.dvk.registration.domain.registration.RegistrationEvent.ForwardUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Forwarded;
import vn.dvk.registration.domain.registration.RegistrationEvent.TransferUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;

/** As much of a registration's history as a decision, or what is published about it, needs. */
public sealed interface Registration {

    record Unknown() implements Registration {}

    /**
     * @param began            fingerprint of the form as it was first written, to tell a repeated request from another
     * @param lastOn           the first day that what happened last can have been, so that times are compared
     * @param firstSubmittedOn business date of the first submission, for the same reason
     * @param gates            what it has passed on its way, with the dates
     * @param since            what has happened to it since it was registered
     * @param lastReason       why it was returned, corrected, changed or ended last
     */
    record Known(
            String id,
            String code,
            Stage stage,
            String began,
            Form form,
            @Nullable LocalDate firstSubmittedOn,
            @Nullable LocalDate lastOn,
            Gates gates,
            Since since,
            @Nullable String lastReason)
            implements Registration {

        /** A form nobody but its unit knows of. */
        public static Known of(Draft draft) {
            return new Known(
                    draft.id(),
                    draft.code(),
                    Stage.DRAFT,
                    draft.began(),
                    draft.form(),
                    null,
                    null,
                    Gates.NONE,
                    Since.NOTHING,
                    null);
        }

        /** Given up before anybody knew of it. */
        public static Known withdrawn(Draft draft, String reason) {
            var known = of(draft);
            return new Known(
                    known.id,
                    known.code,
                    Stage.WITHDRAWN,
                    known.began,
                    known.form,
                    null,
                    null,
                    Gates.NONE,
                    Since.NOTHING,
                    reason);
        }

        /** As it could be submitted now. */
        public Draft toDraft() {
            return new Draft(id, code, form, began);
        }

        /** With the texts that its stream does not keep. */
        public Known whole(UnaryOperator<Form> wholeForm, UnaryOperator<NewValues> wholeValues) {
            var proposal = since.proposal();
            var known = now(wholeForm.apply(form), lastOn, since, lastReason);
            return proposal == null
                    ? known
                    : known.with(since.proposed(proposal.with(wholeValues.apply(proposal.values()))));
        }

        /** With what has been written since it was returned, and not been submitted. */
        public Known writtenAnew(Form other) {
            return now(other, lastOn, since, lastReason);
        }

        Known submitted(Form handedIn, Day on) {
            var first = firstSubmittedOn == null ? on.on() : firstSubmittedOn;
            return new Known(
                    id,
                    code,
                    Stage.SUBMITTED,
                    began,
                    handedIn,
                    first,
                    on.first(),
                    Gates.NONE.submitted(on),
                    since,
                    null);
        }

        Known selected(Day on, @Nullable KnownPaper minutes) {
            return after(on.first(), Stage.SELECTED, gates.selected(on, minutes), null);
        }

        Known returned(Day on, String reason) {
            return after(on.first(), Stage.RETURNED, Gates.NONE, reason);
        }

        Known registered(Day on, KnownPaper approval) {
            return after(on.first(), Stage.REGISTERED, gates.registered(on, approval), null);
        }

        /** When it was put right is no day of its life: what happened before that day may still be told. */
        Known corrected(Form right, @Nullable Accepted accepted, String reason) {
            if (accepted == null) {
                return now(right, lastOn, since, reason);
            }
            var day = accepted.day();
            var nothingSince = gates.notBefore() != null && gates.notBefore().equals(lastOn);
            return new Known(
                    id,
                    code,
                    stage,
                    began,
                    right,
                    firstSubmittedOn,
                    nothingSince ? day.first() : lastOn,
                    gates.registered(day, accepted.approval()),
                    since,
                    reason);
        }

        Known changed(LocalDate on, Form other, String reason) {
            return now(other, later(on), since.changed(on), reason);
        }

        /** That it went over by itself is no day of its life: what happened before may still be told. */
        Known transferred(Transferred how) {
            return how.succession() == null
                    ? now(form.ledBy(how.to()), later(how.day().first()), since.transferred(how), how.reason())
                    : now(form.ledBy(how.to()), lastOn, followed(how, how.succession()), lastReason);
        }

        private Since followed(Transferred how, String succession) {
            var then = since.transferred(how);
            return form.owners().stream()
                    .filter(owner -> !owner.leads() && owner.unit().equals(how.to()))
                    .findFirst()
                    .map(owner -> then.gaveWay(succession, owner))
                    .orElse(then);
        }

        /** Who took part before it led by that merger takes part again. */
        Known notTransferred(TransferUndone what) {
            var back = form.ledBy(what.to());
            var partner = since.gaveWay().get(what.succession());
            return now(
                    partner == null
                            ? back
                            : NewValues.ofOwners(Owner.givenBack(back.owners(), partner))
                                    .appliedTo(back),
                    lastOn,
                    since.notTransferred(what.succession()),
                    lastReason);
        }

        Known notForwarded(ForwardUndone what) {
            return now(form, lastOn, since.notForwarded(what), what.reason());
        }

        Known forwarded(Forwarded how) {
            return now(form, later(how.on()), since.forwarded(how), lastReason);
        }

        /** The form as it was when it was registered, as far as who leads it: whoever took it over since is not in it. */
        public Form atRegistration() {
            return since.transfers().isEmpty()
                    ? form
                    : form.ledBy(since.transfers().getFirst().from());
        }

        /**
         * The form that a correction puts right: of the unit as it was before mergers took it along, which are told anew of
         * the right one. Whom somebody has handed it over to is not corrected any more.
         */
        public Form toCorrect(NewValues values) {
            if (values.unit() == null
                    || values.unit().equals(atRegistration().unit())
                    || stage != Stage.REGISTERED
                    || since.isHandedOver()) {
                return form;
            }
            var back = this;
            for (var undone : backToTheFirst()) {
                back = back.notTransferred(undone);
            }
            return back.form;
        }

        /** The same of what is proposed. */
        public Form toRevise(Proposal proposal) {
            return switch (proposal.kind()) {
                case CORRECTION -> toCorrect(proposal.values());
                case CHANGE -> form;
            };
        }

        /** It never went over by any of these mergers: the unit that they took it from was another one. */
        List<TransferUndone> backToTheFirst() {
            return since.transfers().reversed().stream()
                    .map(one -> new TransferUndone(
                            one.on(),
                            one.to(),
                            one.from(),
                            Objects.requireNonNull(one.succession(), "nobody has handed it over")))
                    .toList();
        }

        /** The programme in which it has come furthest up: its own, or the last one it was forwarded to. */
        public String uppermost() {
            return since.forwarded().isEmpty()
                    ? form.programme()
                    : since.forwarded().getLast().programme();
        }

        /** What leaves form and dates as they are. */
        Known with(Since other) {
            return now(form, lastOn, other, lastReason);
        }

        Known rejected(String reason) {
            return now(form, lastOn, since.proposed(null), reason);
        }

        /** Not approved, withdrawn, or voided. */
        Known ended(Stage how, LocalDate on, String reason) {
            return after(on, how, gates, reason);
        }

        private Known after(LocalDate on, Stage next, Gates passed, @Nullable String reason) {
            return new Known(id, code, next, began, form, firstSubmittedOn, later(on), passed, since, reason);
        }

        private Known now(Form other, @Nullable LocalDate last, Since then, @Nullable String reason) {
            return new Known(id, code, stage, began, other, firstSubmittedOn, last, gates, then, reason);
        }

        private LocalDate later(LocalDate on) {
            return lastOn == null || on.isAfter(lastOn) ? on : lastOn;
        }

        /** The day as of which a correction is checked: that of its registration, or the given one while there is none. */
        public LocalDate registeredOnOr(LocalDate day) {
            var registered = gates.registeredOn();
            return registered == null ? day : registered;
        }
    }

    /**
     * The gates it has passed, with their business dates; none any more after a return.
     *
     * @param registered stays when a registered model is withdrawn or voided
     */
    record Gates(
            @Nullable Day submitted,
            @Nullable Day selected,
            @Nullable KnownPaper minutes,
            @Nullable Day registered,
            @Nullable KnownPaper approval) {

        static final Gates NONE = new Gates(null, null, null, null, null);

        Gates submitted(Day on) {
            return new Gates(on, null, null, null, null);
        }

        Gates selected(Day on, @Nullable KnownPaper by) {
            return new Gates(submitted, on, by, null, null);
        }

        Gates registered(Day on, KnownPaper by) {
            return new Gates(submitted, selected, minutes, on, by);
        }

        public @Nullable LocalDate submittedOn() {
            return submitted == null ? null : submitted.on();
        }

        public @Nullable LocalDate selectedOn() {
            return selected == null ? null : selected.on();
        }

        public @Nullable LocalDate registeredOn() {
            return registered == null ? null : registered.on();
        }

        /** The first day that it can have been registered. */
        @Nullable
        LocalDate notBefore() {
            return registered == null ? null : registered.first();
        }

        /** Days that are known by month or year only, as people say them, by the names they are shown under. */
        public Map<String, String> asKnown() {
            var known = new LinkedHashMap<String, String>();
            say(known, "submittedOn", submitted);
            say(known, "selectedOn", selected);
            say(known, "minutes.date", minutes == null ? null : minutes.day());
            say(known, "registeredOn", registered);
            say(known, "approval.date", approval == null ? null : approval.day());
            return known;
        }

        private static void say(Map<String, String> known, String name, @Nullable Day day) {
            var text = day == null ? null : day.asKnown();
            if (text != null) {
                known.put(name, text);
            }
        }

        /** What the papers do not tell, by the same names. */
        public List<String> incomplete() {
            var missing = new ArrayList<>(asKnown().keySet());
            if (minutes != null && minutes.number() == null) {
                missing.add("minutes.number");
            }
            if (approval != null && approval.number() == null) {
                missing.add("approval.number");
            }
            return List.copyOf(missing);
        }
    }

    /**
     * What has happened to a registered model. Changes and transfers are told late and in any order among each other, but
     * each kind in its own order.
     *
     * @param firstChangedOn from when the first change holds
     * @param changedOn   from when the last change holds
     * @param transfers   those that are in force, in the order in which they were told
     * @param recognitions ids of those that are in force
     * @param proposal    what waits for a reviewer
     * @param forwarded   the programmes above that count it too, each above the one before
     * @param undone      the last forwarding that was none
     * @param gaveWay     by the merger by which it took over the lead, the successor as it took part before
     */
    record Since(
            @Nullable LocalDate firstChangedOn,
            @Nullable LocalDate changedOn,
            List<Transferred> transfers,
            Set<String> recognitions,
            @Nullable Proposal proposal,
            List<Forwarded> forwarded,
            @Nullable ForwardUndone undone,
            Map<String, Owner> gaveWay) {

        static final Since NOTHING = new Since(null, null, List.of(), Set.of(), null, List.of(), null, Map.of());

        public Since {
            transfers = List.copyOf(transfers);
            recognitions = Set.copyOf(recognitions);
            forwarded = List.copyOf(forwarded);
            gaveWay = Map.copyOf(gaveWay);
        }

        /** The last one, whoever handed it over. */
        @Nullable
        Transferred lastTransfer() {
            return transfers.isEmpty() ? null : transfers.getLast();
        }

        /** Whether somebody has handed it over; that a merger took it along is nobody's deed. */
        boolean isHandedOver() {
            return transfers.stream().anyMatch(one -> one.succession() == null);
        }

        /** The first day of what somebody has told of it since: a change, a hand-over, a forwarding. */
        Optional<LocalDate> first() {
            return Stream.of(
                            Stream.ofNullable(firstChangedOn),
                            transfers.stream()
                                    .filter(one -> one.succession() == null)
                                    .map(Transferred::on),
                            forwarded.stream().map(Forwarded::on))
                    .flatMap(days -> days)
                    .min(Comparator.naturalOrder());
        }

        /** Whose it is if that transfer never was: the last other one's, or who had it before. */
        String unitWithout(Transferred transfer) {
            return transfers.stream()
                    .filter(one -> !one.equals(transfer))
                    .reduce((_, last) -> last)
                    .map(Transferred::to)
                    .orElse(transfer.from());
        }

        /** The one by which it went over by itself, if it did. */
        Optional<Transferred> transferBy(String succession) {
            return transfers.stream()
                    .filter(one -> succession.equals(one.succession()))
                    .findFirst();
        }

        public boolean isRecognized() {
            return !recognitions.isEmpty();
        }

        Since changed(LocalDate on) {
            return new Since(
                    firstChangedOn == null ? on : firstChangedOn,
                    on,
                    transfers,
                    recognitions,
                    proposal,
                    forwarded,
                    undone,
                    gaveWay);
        }

        Since transferred(Transferred how) {
            var more = new ArrayList<>(transfers);
            more.add(how);
            return new Since(firstChangedOn, changedOn, more, recognitions, proposal, forwarded, undone, gaveWay);
        }

        Since notTransferred(String succession) {
            var fewer = new ArrayList<>(transfers);
            fewer.removeIf(one -> succession.equals(one.succession()));
            return new Since(firstChangedOn, changedOn, fewer, recognitions, proposal, forwarded, undone, gaveWay);
        }

        Since recognized(String recognition) {
            var more = new HashSet<>(recognitions);
            more.add(recognition);
            return new Since(firstChangedOn, changedOn, transfers, more, proposal, forwarded, undone, gaveWay);
        }

        Since notRecognized(String recognition) {
            var fewer = new HashSet<>(recognitions);
            fewer.remove(recognition);
            return new Since(firstChangedOn, changedOn, transfers, fewer, proposal, forwarded, undone, gaveWay);
        }

        Since proposed(@Nullable Proposal what) {
            return new Since(firstChangedOn, changedOn, transfers, recognitions, what, forwarded, undone, gaveWay);
        }

        Since forwarded(Forwarded how) {
            var all = new ArrayList<>(forwarded);
            all.add(how);
            return new Since(firstChangedOn, changedOn, transfers, recognitions, proposal, all, undone, gaveWay);
        }

        Since notForwarded(ForwardUndone what) {
            var fewer = forwarded.stream()
                    .filter(one -> !one.programme().equals(what.what().programme()))
                    .toList();
            return new Since(firstChangedOn, changedOn, transfers, recognitions, proposal, fewer, what, gaveWay);
        }

        /** It leads from a merger on, and took part before. */
        Since gaveWay(String succession, Owner before) {
            var more = new HashMap<>(gaveWay);
            more.put(succession, before);
            return new Since(firstChangedOn, changedOn, transfers, recognitions, proposal, forwarded, undone, more);
        }
    }

    /** Where a registration stands. */
    enum Stage {
        DRAFT,
        SUBMITTED,
        SELECTED,
        RETURNED,
        /** The review ended with a no. */
        NOT_APPROVED,
        REGISTERED,
        WITHDRAWN,
        /** It never was; a person found out later. */
        VOIDED
    }
}

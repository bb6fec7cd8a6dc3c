package vn.dvk.registration.events;

import java.util.Map;
import vn.dvk.kit.stream.EventTypes;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.registration.domain.unit.StructureEvent;

/** The words this service has written to disk. Add a line; never edit one that has been released. */
public final class StoredTypes {

    public static final EventTypes<StructureEvent> STRUCTURE = EventTypes.of(
            StructureEvent.class,
            Map.of(
                    StructureEvent.Described.class, "structure.described.v1",
                    StructureEvent.Reorganized.class, "structure.reorganised.v1",
                    StructureEvent.Annulled.class, "structure.annulled.v1"));

    public static final EventTypes<TermEvent> TERM = EventTypes.of(
            TermEvent.class,
            Map.of(
                    TermEvent.Described.class, "term.described.v1",
                    TermEvent.Shipped.class, "term.shipped.v1",
                    TermEvent.Included.class, "term.included.v1"));

    public static final EventTypes<ProgrammeEvent> PROGRAMME = EventTypes.of(
            ProgrammeEvent.class,
            Map.of(
                    ProgrammeEvent.Launched.class, "programme.launched.v1",
                    ProgrammeEvent.Changed.class, "programme.changed.v1",
                    ProgrammeEvent.IntakeSet.class, "programme.intake-set.v1",
                    ProgrammeEvent.TargetsSet.class, "programme.targets-set.v1",
                    ProgrammeEvent.Closed.class, "programme.closed.v1",
                    ProgrammeEvent.Reopened.class, "programme.reopened.v1"));

    public static final EventTypes<RegistrationEvent> REGISTRATION = EventTypes.of(
            RegistrationEvent.class,
            Map.ofEntries(
                    Map.entry(RegistrationEvent.Submitted.class, "registration.submitted.v1"),
                    Map.entry(RegistrationEvent.Selected.class, "registration.selected.v1"),
                    Map.entry(RegistrationEvent.Returned.class, "registration.returned.v1"),
                    Map.entry(RegistrationEvent.NotApproved.class, "registration.not-approved.v1"),
                    Map.entry(RegistrationEvent.Registered.class, "registration.registered.v1"),
                    Map.entry(RegistrationEvent.Corrected.class, "registration.corrected.v1"),
                    Map.entry(RegistrationEvent.Changed.class, "registration.changed.v1"),
                    Map.entry(RegistrationEvent.Transferred.class, "registration.transferred.v1"),
                    Map.entry(RegistrationEvent.Forwarded.class, "registration.forwarded.v1"),
                    Map.entry(RegistrationEvent.ForwardUndone.class, "registration.forward-undone.v1"),
                    Map.entry(RegistrationEvent.TransferUndone.class, "registration.transfer-undone.v1"),
                    Map.entry(RegistrationEvent.Voided.class, "registration.voided.v1"),
                    Map.entry(RegistrationEvent.RecognitionNoted.class, "registration.recognition-noted.v1"),
                    Map.entry(RegistrationEvent.RevocationNoted.class, "registration.revocation-noted.v1"),
                    Map.entry(RegistrationEvent.Proposed.class, "registration.proposed.v1"),
                    Map.entry(RegistrationEvent.ProposalApproved.class, "registration.proposal-approved.v1"),
                    Map.entry(RegistrationEvent.ProposalRejected.class, "registration.proposal-rejected.v1"),
                    Map.entry(RegistrationEvent.Withdrawn.class, "registration.withdrawn.v1")));

    private StoredTypes() {}
}

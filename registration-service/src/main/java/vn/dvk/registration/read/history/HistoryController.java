package vn.dvk.registration.read.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.registration.RegistrationEvent.Changed;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
import vn.dvk.registration.domain.registration.RegistrationEvent.ForwardUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Forwarded;
import vn.dvk.registration.domain.registration.RegistrationEvent.NotApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalApproved;
import vn.dvk.registration.domain.registration.RegistrationEvent.ProposalRejected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Proposed;
import vn.dvk.registration.domain.registration.RegistrationEvent.RecognitionNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Registered;
import vn.dvk.registration.domain.registration.RegistrationEvent.Returned;
import vn.dvk.registration.domain.registration.RegistrationEvent.RevocationNoted;
import vn.dvk.registration.domain.registration.RegistrationEvent.Selected;
import vn.dvk.registration.domain.registration.RegistrationEvent.Submitted;
import vn.dvk.registration.domain.registration.RegistrationEvent.TransferUndone;
import vn.dvk.registration.domain.registration.RegistrationEvent.Transferred;
import vn.dvk.registration.domain.registration.RegistrationEvent.Voided;
import vn.dvk.registration.domain.registration.RegistrationEvent.Withdrawn;
import vn.dvk.registration.store.Drafts;
import vn.dvk.registration.store.PrivateTexts;
import vn.dvk.service.web.Refused;

/** The audit log of a registration, as its events have it; a draft has none yet. */
@RestController
@Tag(name = "Registrations")
class HistoryController {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Drafts drafts;
    private final PrivateTexts texts;

    HistoryController(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            Drafts drafts,
            PrivateTexts texts) {
        this.registrations = registrations;
        this.drafts = drafts;
        this.texts = texts;
    }

    /** One event of the audit log. */
    record Happened(long n, String type, Instant at, String by, RegistrationEvent data) {}

    @Operation(summary = "Everything that happened to it: who, when, what, why")
    @GetMapping("/api/v1/registrations/{id}/history")
    List<Happened> history(@PathVariable String id) {
        var recorded = registrations.history(id);
        var found = texts.find(
                recorded.stream().flatMap(one -> textsOf(one.event()).stream()).toList());
        var history = recorded.stream()
                .map(one -> new Happened(
                        one.n(), registrations.nameOf(one.event()), one.at(), one.by(), whole(one.event(), found)))
                .toList();
        if (history.isEmpty() && drafts.find(id).isEmpty()) {
            throw Refused.notFound("registration", id);
        }
        return history;
    }

    private static Optional<String> textsOf(RegistrationEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case Submitted(var draft, var _, var _) -> draft.form().texts();
                    case Corrected corrected -> corrected.form().texts();
                    case Changed changed -> changed.form().texts();
                    case Proposed(var proposal) -> proposal.values().texts();
                    case Selected _,
                            Returned _,
                            NotApproved _,
                            Registered _,
                            Transferred _,
                            Forwarded _,
                            ForwardUndone _,
                            TransferUndone _,
                            Voided _,
                            Withdrawn _,
                            RecognitionNoted _,
                            RevocationNoted _,
                            ProposalApproved _,
                            ProposalRejected _ -> null;
                });
    }

    /** With the texts that its stream does not keep, unless they were erased. */
    private static RegistrationEvent whole(RegistrationEvent event, PrivateTexts.Found found) {
        return switch (event) {
            case Submitted(var draft, var on, var precision) ->
                new Submitted(draft.with(found.form(draft.form())), on, precision);
            case Corrected(var on, var fields, var reason, var paper, var form, var accepted) ->
                new Corrected(on, fields, reason, paper, found.form(form), accepted);
            case Changed(var on, var fields, var reason, var paper, var form) ->
                new Changed(on, fields, reason, paper, found.form(form));
            case Proposed(var proposal) -> new Proposed(proposal.with(found.values(proposal.values())));
            case Selected _,
                    Returned _,
                    NotApproved _,
                    Registered _,
                    Transferred _,
                    Forwarded _,
                    ForwardUndone _,
                    TransferUndone _,
                    Voided _,
                    Withdrawn _,
                    RecognitionNoted _,
                    RevocationNoted _,
                    ProposalApproved _,
                    ProposalRejected _ -> event;
        };
    }
}

package vn.dvk.registration.read;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.NewValues;
import vn.dvk.registration.domain.registration.Proposal;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.registration.RegistrationEvent.Changed;
import vn.dvk.registration.domain.registration.RegistrationEvent.Corrected;
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

/** A person's birth date and sex are for those who work on the form, officers and reviewers; the others read without. */
public final class Privacy {

    private final boolean cleared;

    private Privacy(boolean cleared) {
        this.cleared = cleared;
    }

    public static Privacy of(WebRequest request) {
        return new Privacy(request.isUserInRole("OFFICER") || request.isUserInRole("REVIEWER"));
    }

    public Form shown(Form form) {
        return cleared ? form : form.withoutPrivateParts();
    }

    public @Nullable Proposal shown(@Nullable Proposal proposal) {
        return cleared || proposal == null ? proposal : proposal.with(shown(proposal.values()));
    }

    public RegistrationEvent shown(RegistrationEvent event) {
        return switch (event) {
            case Submitted(var draft, var on) -> new Submitted(draft.with(shown(draft.form())), on);
            case Corrected(var on, var fields, var reason, var paper, var form) ->
                new Corrected(on, fields, reason, paper, shown(form));
            case Changed(var on, var fields, var reason, var paper, var form) ->
                new Changed(on, fields, reason, paper, shown(form));
            case Proposed(var proposal) -> new Proposed(proposal.with(shown(proposal.values())));
            case Selected _,
                    Returned _,
                    NotApproved _,
                    Registered _,
                    Transferred _,
                    TransferUndone _,
                    Voided _,
                    Withdrawn _,
                    RecognitionNoted _,
                    RevocationNoted _,
                    ProposalApproved _,
                    ProposalRejected _ -> event;
        };
    }

    private NewValues shown(NewValues values) {
        return cleared ? values : values.withoutPrivateParts();
    }
}

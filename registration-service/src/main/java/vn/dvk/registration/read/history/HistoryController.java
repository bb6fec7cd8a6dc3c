package vn.dvk.registration.read.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.read.Privacy;
import vn.dvk.registration.store.Drafts;
import vn.dvk.service.web.Refused;

/** The audit log of a registration, as its events have it; a draft has none yet. */
@RestController
@Tag(name = "Registrations")
class HistoryController {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Drafts drafts;

    HistoryController(Streams<RegistrationCommand, Registration, RegistrationEvent> registrations, Drafts drafts) {
        this.registrations = registrations;
        this.drafts = drafts;
    }

    /** One event of the audit log. */
    record Happened(long n, String type, Instant at, String by, RegistrationEvent data) {}

    @Operation(summary = "Everything that happened to it: who, when, what, why")
    @GetMapping("/api/v1/registrations/{id}/history")
    List<Happened> history(@PathVariable String id, WebRequest request) {
        var privacy = Privacy.of(request);
        var history = registrations.history(id).stream()
                .map(one -> new Happened(
                        one.n(), registrations.nameOf(one.event()), one.at(), one.by(), privacy.shown(one.event())))
                .toList();
        if (history.isEmpty() && drafts.find(id).isEmpty()) {
            throw Refused.notFound("registration", id);
        }
        return history;
    }
}

package vn.dvk.registration.read.registrations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.registration.Completeness;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.web.Page;
import vn.dvk.service.web.ETag;
import vn.dvk.service.web.Refused;

/** One registration, everything that happened to it, and lists. */
@RestController
@Tag(name = "Registrations")
class RegistrationController {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;

    RegistrationController(Streams<RegistrationCommand, Registration, RegistrationEvent> registrations) {
        this.registrations = registrations;
    }

    /** @param missing fields that would have to be filled before it can be submitted */
    record Body(
            String id,
            String code,
            Registration.Stage state,
            long version,
            Form form,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate selectedOn,
            @Nullable LocalDate registeredOn,
            @Nullable Paper approval,
            @Nullable String reason,
            List<String> missing) {}

    /** One event of the audit log. */
    record Happened(long n, String type, Instant at, String by, RegistrationEvent data) {}

    @Operation(summary = "A registration, and what it still lacks")
    @GetMapping("/api/v1/registrations/{id}")
    ResponseEntity<Body> registration(@PathVariable String id) {
        var found = registrations.find(id).orElseThrow(() -> Refused.notFound("registration", id));
        return switch (found.state()) {
            case Registration.Unknown() -> throw Refused.notFound("registration", id);
            case Registration.Known known ->
                ResponseEntity.ok().eTag(new ETag(found.version()).toString()).body(body(known, found.version()));
        };
    }

    private static Body body(Registration.Known known, long version) {
        return new Body(
                known.id(),
                known.code(),
                known.stage(),
                version,
                known.form(),
                known.submittedOn(),
                known.selectedOn(),
                known.registeredOn(),
                known.approval(),
                known.lastReason(),
                Completeness.missing(known.form()).stream()
                        .map(Refusal.Fault::field)
                        .toList());
    }

    @Operation(summary = "Everything that happened to it: who, when, what, why")
    @GetMapping("/api/v1/registrations/{id}/history")
    List<Happened> history(@PathVariable String id) {
        var history = registrations.history(id).stream()
                .map(one -> new Happened(one.n(), registrations.nameOf(one.event()), one.at(), one.by(), one.event()))
                .toList();
        if (history.isEmpty()) {
            throw Refused.notFound("registration", id);
        }
        return history;
    }

    @Operation(summary = "Registrations by programme, unit, state, name or code (with or without diacritics)")
    @GetMapping("/api/v1/registrations")
    Page registrations(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) Registration.@Nullable Stage state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var equal = new LinkedHashMap<String, @Nullable String>();
        equal.put("programme", programme);
        equal.put("unit", unit);
        equal.put("state", state == null ? null : state.name());
        return Page.of(registrations.documents(), equal, q, List.of(), limit, cursor, RegistrationController::item);
    }

    private static Map<String, Object> item(Document document) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", document.getString("_id"));
        item.putAll(document.get("view", new Document()));
        item.remove("search");
        item.put("version", document.get("version"));
        return item;
    }
}

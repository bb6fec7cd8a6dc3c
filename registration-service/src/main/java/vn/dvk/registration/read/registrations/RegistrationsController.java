package vn.dvk.registration.read.registrations;

import com.mongodb.client.model.Filters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.registration.Proposal;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.unit.Structure;
import vn.dvk.registration.read.Listing;
import vn.dvk.registration.store.Drafts;
import vn.dvk.registration.store.PrivateTexts;
import vn.dvk.registration.store.StructureStream;
import vn.dvk.service.web.Cursor;
import vn.dvk.service.web.Page;

/** The register: what has been drafted, submitted, accepted, withdrawn. */
@RestController
@Tag(name = "Registrations")
class RegistrationsController {

    private final Streams<RegistrationCommand, Registration, RegistrationEvent> registrations;
    private final Drafts drafts;
    private final PrivateTexts texts;
    private final StructureStream structure;

    RegistrationsController(
            Streams<RegistrationCommand, Registration, RegistrationEvent> registrations,
            Drafts drafts,
            PrivateTexts texts,
            StructureStream structure) {
        this.registrations = registrations;
        this.drafts = drafts;
        this.texts = texts;
        this.structure = structure;
    }

    @Operation(
            summary =
                    "Registrations by programme, unit, state, what is proposed, name or code (with or without diacritics);"
                            + " unassigned=true: registered by units that were split or dissolved, and not handed over yet")
    @GetMapping("/api/v1/registrations")
    Page<Map<String, Object>> registrations(
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) Registration.@Nullable Stage state,
            @RequestParam(required = false) Proposal.@Nullable Kind proposal,
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        var equal = new LinkedHashMap<String, @Nullable String>();
        equal.put("programme", programme);
        equal.put("unit", unit);
        equal.put("state", state == null ? null : state.name());
        equal.put("proposal", proposal == null ? null : proposal.name());
        var page = Listing.page(
                List.of(registrations.documents(), drafts.documents()),
                equal,
                q,
                q == null || q.isBlank() ? List.of() : texts.withTitle(q),
                unassigned ? List.of(unassigned()) : List.of(),
                limit,
                cursor,
                RegistrationsController::item);
        return titled(page);
    }

    /** Titles of what is about people stand beside the streams: one read more, if there are any on the page. */
    private Page<Map<String, Object>> titled(Page<Map<String, Object>> page) {
        var places = page.items().stream()
                .map(item -> item.get("texts"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        var titles = texts.titles(places);
        page.items().forEach(item -> {
            var place = item.remove("texts");
            if (place != null && titles.get(place.toString()) instanceof String title) {
                item.put("name", title);
            }
        });
        return page;
    }

    /** Of units that were split or dissolved, and not handed over. */
    private Bson unassigned() {
        return Filters.and(
                Filters.in("view.unit", structure.ask(Structure::split)),
                Filters.eq("view.state", Registration.Stage.REGISTERED.name()));
    }

    private static Map<String, Object> item(Document document) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", document.getString("_id"));
        item.putAll(Listing.viewOf(document));
        item.put("version", document.get("version"));
        return item;
    }
}

package vn.dvk.awards.write;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.store.Directory;
import vn.dvk.kit.decide.Reason;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** The recipients that a request names: {@code recipient} for one, {@code recipients} for several, never both. */
@Component
public class NamedRecipients {

    private final Directory directory;

    NamedRecipients(Directory directory) {
        this.directory = directory;
    }

    /** @param unknownUnits code by the field that names it, of those that nobody has heard of */
    public record Named(List<Recipient> recipients, Map<String, String> unknownUnits) {}

    /** @throws Refused if a request names one and several */
    public Named of(@Nullable RecipientInput one, @Nullable List<RecipientInput> several) {
        var byField = byField(one, several);
        var units = directory
                .units(byField.values().stream().map(Recipient::unit).distinct().toList())
                .keySet();
        var unknown = new HashMap<String, String>();
        byField.forEach((field, recipient) -> {
            if (!units.contains(recipient.unit())) {
                unknown.put(field + ".unit", recipient.unit());
            }
        });
        return new Named(List.copyOf(byField.values()), unknown);
    }

    /** @throws Refused if a request names nobody */
    public Named atLeastOne(@Nullable RecipientInput one, @Nullable List<RecipientInput> several) {
        if (one == null && (several == null || several.isEmpty())) {
            throw wrong("recipient", WebReason.REQUIRED);
        }
        return of(one, several);
    }

    private static Map<String, Recipient> byField(
            @Nullable RecipientInput one, @Nullable List<RecipientInput> several) {
        var more = several == null ? List.<RecipientInput>of() : several;
        if (one != null && !more.isEmpty()) {
            throw wrong("recipients", AwardsReason.RECIPIENT_TWICE);
        }
        var found = new LinkedHashMap<String, Recipient>();
        if (one != null) {
            found.put("recipient", one.recipient());
        }
        for (var i = 0; i < more.size(); i++) {
            found.put("recipients[%d]".formatted(i), more.get(i).recipient());
        }
        return found;
    }

    private static Refused wrong(String field, Reason reason) {
        return new Refused(Refusal.of(WebReason.INVALID_FIELDS, List.of(Refusal.Fault.of(field, reason))));
    }
}

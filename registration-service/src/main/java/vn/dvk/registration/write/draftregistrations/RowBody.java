package vn.dvk.registration.write.draftregistrations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.stream.Outcome;
import vn.dvk.registration.write.FormBody;
import vn.dvk.service.web.BulkRow;
import vn.dvk.service.web.KnownDay;

/**
 * The registration form as one row of many: one flat object for the caller, here the form and what a row has besides.
 * The programme is said once for all rows.
 */
record RowBody(@Valid Own own, @Valid FormBody form) {

    /** @param submitOn absent: it stays a draft */
    record Own(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._:-]{1,80}")
            String key,

            @JsonDeserialize(using = KnownDay.class) @Nullable @PastOrPresent
            Day submitOn) {}

    private static final TypeReference<BulkRow<Own>> OWN = new TypeReference<>() {};
    private static final TypeReference<BulkRow<FormBody>> FORM = new TypeReference<>() {};

    String id() {
        return DeterministicId.of("registration-row", form.programme(), own.key());
    }

    static BulkRow<RowBody> read(BulkRow<ObjectNode> row, String programme, JsonMapper json) {
        return switch (row) {
            case BulkRow.Unreadable<ObjectNode>(var why) -> new BulkRow.Unreadable<>(why);
            case BulkRow.Read<ObjectNode>(var fields) -> read(fields, programme, json);
        };
    }

    private static BulkRow<RowBody> read(ObjectNode fields, String programme, JsonMapper json) {
        // A programme of its own is a field too many, and no field of the row's own.
        var own = json.convertValue(fields.deepCopy().retain("key", "submitOn", "programme"), OWN);
        var form = json.convertValue(
                fields.deepCopy().remove(List.of("key", "submitOn")).put("programme", programme), FORM);
        return switch (own) {
            case BulkRow.Unreadable<Own>(var why) -> new BulkRow.Unreadable<>(why);
            case BulkRow.Read<Own>(var readOwn) ->
                switch (form) {
                    case BulkRow.Unreadable<FormBody>(var why) -> new BulkRow.Unreadable<>(why);
                    case BulkRow.Read<FormBody>(var readForm) -> new BulkRow.Read<>(new RowBody(readOwn, readForm));
                };
        };
    }

    /** The row's name in the answer, also when it could not be read. */
    static String keyOf(BulkRow<ObjectNode> row) {
        return row instanceof BulkRow.Read<ObjectNode>(var fields)
                ? fields.path("key").asString("")
                : "";
    }

    /** With its faults named as in the row. */
    static <S> Outcome<S> flat(Outcome<S> outcome) {
        return outcome instanceof Outcome.Refused<S>(Refusal(var reason, var arguments, var faults))
                ? new Outcome.Refused<>(new Refusal(
                        reason, arguments, faults.stream().map(RowBody::flat).toList()))
                : outcome;
    }

    private static Fault flat(Fault fault) {
        return new Fault(fault.field().replaceFirst("^(own|form)\\.", ""), fault.reason(), fault.arguments());
    }
}

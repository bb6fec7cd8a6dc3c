package vn.dvk.registration.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.registration.domain.Paper;
import vn.dvk.registration.domain.unit.Succession;
import vn.dvk.registration.domain.unit.Unit;
import vn.dvk.registration.events.PublishedTypes;

/** A unit, each time in full: the latest position is how it stands. Open ends are written as null. */
public final class UnitPublisher {

    private UnitPublisher() {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record UnitBody(
            String code,
            List<Name> names,
            String kind,
            List<Parent> parents,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<SuccessionBody> successions,
            List<Kind> kinds,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String nationalCode) {

        static UnitBody of(Unit unit) {
            return new UnitBody(
                    unit.code(),
                    unit.names().stream()
                            .map(one -> new Name(one.value(), one.from(), one.to()))
                            .toList(),
                    unit.kind(),
                    unit.parents().stream()
                            .map(one -> new Parent(one.value(), one.from(), one.to()))
                            .toList(),
                    unit.profile().validFrom(),
                    unit.lastDay(),
                    unit.successions().stream().map(SuccessionBody::of).toList(),
                    unit.kinds().stream()
                            .map(one -> new Kind(one.value(), one.from(), one.to()))
                            .toList(),
                    unit.profile().nationalCode());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Name(
            String name, @Nullable LocalDate from, @Nullable LocalDate to) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Kind(
            String kind, @Nullable LocalDate from, @Nullable LocalDate to) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Parent(
            String unit, @Nullable LocalDate from, @Nullable LocalDate to) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SuccessionBody(
            String id,
            int sequence,
            Succession.Type type,
            List<String> units,
            List<String> successors,
            LocalDate effective,
            @Nullable Paper decision,
            @Nullable String basis) {

        static SuccessionBody of(Succession one) {
            return new SuccessionBody(
                    one.id(),
                    one.sequence(),
                    one.type(),
                    one.units(),
                    one.successors(),
                    one.effective(),
                    one.decision(),
                    one.basis());
        }
    }

    public static Publication publish(Unit unit) {
        return new Publication(PublishedTypes.UNIT, "unit:" + unit.code(), UnitBody.of(unit));
    }
}

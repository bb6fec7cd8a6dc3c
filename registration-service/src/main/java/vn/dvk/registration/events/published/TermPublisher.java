package vn.dvk.registration.events.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Recorded;
import vn.dvk.kit.envelope.Publication;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.registration.events.PublishedTypes;

/** A term, each time in full: the latest position is how it stands. Open ends are written as null. */
public final class TermPublisher {

    private TermPublisher() {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TermBody(
            String vocabulary,
            String code,
            NameBody name,
            int rank,
            @Nullable String track,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String province,
            @Nullable Integer shippedTerms) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NameBody(String vi, @Nullable String en) {}

    public static @Nullable Publication publish(Term state, Recorded<TermEvent> event) {
        return switch (state) {
            case Term.Unknown() -> null;
            case Term.Known(var vocabulary, var code, var it, var _, var _, var shippedTerms) ->
                new Publication(
                        PublishedTypes.TERM,
                        "term:" + Term.id(vocabulary, code),
                        new TermBody(
                                vocabulary,
                                code,
                                new NameBody(it.vi(), it.en()),
                                it.rank(),
                                it.track(),
                                it.from(),
                                it.to(),
                                it.province(),
                                shippedTerms == 0 ? null : shippedTerms));
        };
    }
}

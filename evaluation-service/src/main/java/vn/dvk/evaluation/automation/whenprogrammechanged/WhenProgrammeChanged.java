package vn.dvk.evaluation.automation.whenprogrammechanged;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.evaluation.events.ConsumedTypes;
import vn.dvk.evaluation.events.consumed.Programme;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;

/**
 * Open processes go by the rules they began with, whatever their programme changes, but for the deadlines of steps: that
 * these have moved is written down with the programme, for {@link MoveDeadlines}.
 */
@Configuration(proxyBeanMethods = false)
class WhenProgrammeChanged {

    @Bean
    EventHandler directoryEvents(Installation here, Programmes programmes, Clock clock) {
        return new Projection(here.source("directory"), programmes::documents, WhenProgrammeChanged::programmeOf)
                .on(
                        ConsumedTypes.PROGRAMME,
                        (document, event) -> Programmes.state(document, event.as(Programme.class), clock.instant()))
                .ignoring(ConsumedTypes.UNIT, ConsumedTypes.TERM, ConsumedTypes.ASSIGNMENT)
                .latestWinning();
    }

    /** Units are of no use here, terms are kept elsewhere; both cost no document. */
    private static @Nullable String programmeOf(IncomingEvent event) {
        return event.type().equals(ConsumedTypes.PROGRAMME) ? event.subject() : null;
    }
}

package vn.dvk.evaluation.automation.whentermchanged;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.evaluation.events.ConsumedTypes;
import vn.dvk.evaluation.events.consumed.Term;
import vn.dvk.evaluation.store.Words;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.envelope.Json;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.Projection;

/** The words of what is recorded already are not touched: they were right when they were said. */
@Configuration(proxyBeanMethods = false)
class WhenTermChanged {

    @Bean
    EventHandler termEvents(Installation here, Words words) {
        return new Projection(here.source("directory"), words::documents, WhenTermChanged::termOf)
                .on(ConsumedTypes.TERM, (document, event) -> {
                    document.putAll(Json.toDocument(event.as(Term.class)));
                    words.changed();
                })
                .ignoring(ConsumedTypes.UNIT, ConsumedTypes.PROGRAMME, ConsumedTypes.ASSIGNMENT)
                .latestWinning();
    }

    private static @Nullable String termOf(IncomingEvent event) {
        return event.type().equals(ConsumedTypes.TERM) ? event.subject() : null;
    }
}

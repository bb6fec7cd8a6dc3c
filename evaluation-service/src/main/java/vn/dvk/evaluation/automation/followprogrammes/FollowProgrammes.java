package vn.dvk.evaluation.automation.followprogrammes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.evaluation.store.Programmes;
import vn.dvk.kit.intake.EventHandler;

/** A programme's change does not touch processes that are open already: they go by the rules they began with. */
@Configuration(proxyBeanMethods = false)
class FollowProgrammes {

    @Bean
    EventHandler directoryEvents(Programmes programmes) {
        return programmes.handler();
    }
}

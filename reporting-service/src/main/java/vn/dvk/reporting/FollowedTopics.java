package vn.dvk.reporting;

import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.reporting.events.Followed;
import vn.dvk.reporting.events.Installations;

/**
 * Adds to the topics that are read those of the installations that are followed ({@code dvk.reporting.follows}), before
 * anybody asks which they are: the intake, what follows beside it, a rebuild and the lag all take them from one setting.
 */
public final class FollowedTopics implements EnvironmentPostProcessor {

    static final String READS = "dvk.reads";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var reads = environment.getProperty(READS);
        if (reads != null && !followed(environment).isEmpty()) {
            var own = List.of(reads.split("\\s*,\\s*"));
            var all = String.join(",", installations(environment).topics(own));
            environment.getPropertySources().addFirst(new MapPropertySource("followed", Map.of(READS, all)));
        }
    }

    /** @throws IllegalArgumentException if what is set cannot be */
    static Installations installations(Environment environment) {
        return new Installations(
                new Installation(environment.getProperty("dvk.installation", "")), followed(environment));
    }

    private static List<Followed> followed(Environment environment) {
        return Binder.get(environment)
                .bind("dvk.reporting.follows", Bindable.listOf(Followed.class))
                .orElse(List.of());
    }
}

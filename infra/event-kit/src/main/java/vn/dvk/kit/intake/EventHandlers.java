package vn.dvk.kit.intake;

import java.util.List;

/** Handlers that are as many as a service's settings say, beside those it always has. */
@FunctionalInterface
public interface EventHandlers {
    List<? extends EventHandler> all();
}

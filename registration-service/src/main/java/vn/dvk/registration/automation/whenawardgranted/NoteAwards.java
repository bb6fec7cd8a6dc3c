package vn.dvk.registration.automation.whenawardgranted;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dvk.kit.envelope.IncomingEvent;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.intake.EventHandler;
import vn.dvk.kit.intake.HandlingResult;
import vn.dvk.registration.events.ConsumedTypes;
import vn.dvk.registration.events.consumed.AwardDecided;
import vn.dvk.registration.store.Honors;

/**
 * Who is publicly commended is not erased, so it is noted here, one write per batch of events. Each event tells all that
 * matters of its award; which came last is said by its position, so there is no place to remember.
 */
@Component
class NoteAwards implements EventHandler {

    private static final Set<String> USED =
            Set.of(ConsumedTypes.AWARD_GRANTED, ConsumedTypes.AWARD_CORRECTED, ConsumedTypes.AWARD_REVOKED);

    private final String source;
    private final Honors honors;

    NoteAwards(Installation here, Honors honors) {
        this.source = here.source(ConsumedTypes.AWARDS);
        this.honors = honors;
    }

    @Override
    public Set<String> sources() {
        return Set.of(source);
    }

    @Override
    public Set<String> uses() {
        return USED;
    }

    @Override
    public Set<String> ignores() {
        return Set.of(ConsumedTypes.ignoredBut(USED.toArray(String[]::new)));
    }

    @Override
    public List<HandlingResult> handle(List<IncomingEvent> events) {
        var told = new ArrayList<Honors.Honor>();
        var results = new ArrayList<HandlingResult>();
        for (var event : events) {
            if (USED.contains(event.type()) && honor(event) instanceof Honors.Honor honor && matters(event, honor)) {
                told.add(honor);
                results.add(new HandlingResult.Applied());
            } else {
                results.add(new HandlingResult.Ignored());
            }
        }
        honors.note(told);
        return results;
    }

    private static Honors.Honor honor(IncomingEvent event) {
        var award = event.as(AwardDecided.class);
        return new Honors.Honor(
                award.award(), award.subjects(), !event.type().equals(ConsumedTypes.AWARD_REVOKED), event.position());
    }

    /** Most awards go to recipients who are in no register; a correction may have taken one away. */
    private static boolean matters(IncomingEvent event, Honors.Honor honor) {
        return !honor.subjects().isEmpty() || !event.type().equals(ConsumedTypes.AWARD_GRANTED);
    }

    /** There is nothing to remember: each event stands for itself. */
    @Override
    public void skip(IncomingEvent event) {}
}

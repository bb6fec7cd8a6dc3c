package vn.dvk.reporting.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.dvk.kit.intake.Documents;

/**
 * Cards of a generation that nobody else reads or writes yet. A card is kept in memory while events for it come, and what
 * follows from them is found and written once, instead of again with every event.
 */
public final class GatheredCards implements Documents {

    /** As many events are in memory at most, about: some tens of megabytes. */
    private static final int MOST = 8_000;

    private static final int TOGETHER = 1_000;

    /** Something is wrong with a card, and it is too late to say which stream that stops. */
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(RuntimeException cause) {
            super(cause);
        }
    }

    private final Documents stored;
    private final Map<String, Document> cards = new LinkedHashMap<>();
    private int changes;
    private boolean anyStored;
    private boolean gathering = true;

    GatheredCards(Documents stored) {
        this.stored = stored;
    }

    @Override
    public Map<String, Document> find(Collection<String> ids) {
        var found = new HashMap<String, Document>();
        var others = new ArrayList<String>();
        for (var id : ids) {
            var card = cards.get(id);
            if (card == null) {
                others.add(id);
            } else {
                found.put(id, card);
            }
        }
        if (anyStored && !others.isEmpty()) {
            found.putAll(stored.find(others));
        }
        return found;
    }

    @Override
    public boolean write(List<Document> changed) {
        if (!gathering) {
            return stored.write(changed);
        }
        changed.forEach(card -> cards.put(card.getString("_id"), card));
        changes += changed.size();
        return true;
    }

    public boolean isFull() {
        return changes > MOST;
    }

    /** @throws Unfit if anything is wrong with anything: nothing is known of the generation then */
    public void store() {
        try {
            var all = List.copyOf(cards.values());
            for (var from = 0; from < all.size(); from += TOGETHER) {
                if (!stored.write(all.subList(from, Math.min(from + TOGETHER, all.size())))) {
                    throw new IllegalStateException("somebody else writes to the generation");
                }
            }
        } catch (RuntimeException e) {
            throw new Unfit(e);
        }
        anyStored |= !cards.isEmpty();
        cards.clear();
        changes = 0;
    }

    /** From now on others read and write them too. */
    public void end() {
        store();
        gathering = false;
        anyStored = true;
    }
}

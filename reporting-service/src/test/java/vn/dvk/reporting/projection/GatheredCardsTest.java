package vn.dvk.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.intake.Documents;

class GatheredCardsTest {

    private final Shelf shelf = new Shelf();
    private final GatheredCards cards = new GatheredCards(shelf, Runnable::run);

    /** A store that remembers what it was asked. */
    private static final class Shelf implements Documents {

        private final Map<String, Document> kept = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private int writes;

        @Override
        public Map<String, Document> find(Collection<String> ids) {
            asked.addAll(ids);
            return ids.stream().filter(kept::containsKey).collect(Collectors.toMap(id -> id, kept::get));
        }

        @Override
        public boolean write(List<Document> changed) {
            changed.forEach(card -> {
                if (card.containsKey("unfit")) {
                    throw new IllegalArgumentException("too large");
                }
                kept.put(card.getString("_id"), card);
            });
            writes += changed.size();
            return true;
        }
    }

    private void change(String id, int times) {
        for (var i = 0; i < times; i++) {
            var card = cards.find(List.of(id)).getOrDefault(id, new Document("_id", id));
            card.merge("changes", 1, (one, more) -> (Integer) one + (Integer) more);
            cards.write(List.of(card));
        }
    }

    @Test
    void a_card_is_stored_once_however_often_it_changes() {
        change("a", 7);
        cards.storeIfFull();
        assertThat(shelf.kept).isEmpty();

        cards.end();

        assertThat(shelf.kept.get("a")).containsEntry("changes", 7);
        assertThat(shelf.writes).isOne();
        assertThat(shelf.asked).as("nobody else can have written it").isEmpty();
    }

    @Test
    void a_card_that_comes_again_after_it_was_stored_is_read_back() {
        change("a", 1);
        IntStream.range(0, 4_000).forEach(i -> change("other-" + i, 1));
        cards.storeIfFull();
        assertThat(shelf.kept).hasSize(4_001);

        change("a", 1);
        cards.end();

        assertThat(shelf.kept.get("a")).containsEntry("changes", 2);
        assertThat(shelf.asked).contains("a");
    }

    @Test
    void at_the_end_every_change_goes_straight_to_the_store() {
        change("a", 1);
        cards.end();

        change("a", 1);

        assertThat(shelf.kept.get("a")).containsEntry("changes", 2);
        assertThat(shelf.writes).isEqualTo(2);
    }

    @Test
    void one_that_cannot_be_kept_is_said_of_all() {
        cards.write(List.of(new Document("_id", "a"), new Document("_id", "b").append("unfit", true)));

        assertThatThrownBy(cards::end).isInstanceOf(GatheredCards.Unfit.class).hasStackTraceContaining("too large");
        cards.close();
    }
}

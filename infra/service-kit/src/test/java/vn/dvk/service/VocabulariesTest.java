package vn.dvk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dvk.kit.decide.Vocabulary.Term;
import vn.dvk.service.Vocabularies.Entry;
import vn.dvk.service.web.Refused;

/** The copy of the vocabularies is in memory, and never old for long. */
class VocabulariesTest {

    private final List<Entry> store = new CopyOnWriteArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final Vocabularies vocabularies = new Vocabularies(() -> {
        reads.incrementAndGet();
        return List.copyOf(store);
    });

    @Test
    void many_commands_are_checked_with_one_look_at_the_store() throws Exception {
        add("level", "PROVINCE");
        var all = new CyclicBarrier(16);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 16; i++) {
                callers.submit(() -> {
                    all.await();
                    for (var j = 0; j < 50; j++) {
                        vocabularies.of("level", "PROVINCE");
                    }
                    return null;
                });
            }
        }
        assertThat(reads).hasValueLessThanOrEqualTo(2);
        assertThat(vocabularies.of("level").knows("PROVINCE")).isTrue();
    }

    @Test
    void what_this_instance_has_heard_of_is_known_at_once() {
        add("level", "PROVINCE");
        assertThat(vocabularies.of("level").knows("WARD")).isFalse();
        add("level", "WARD");
        vocabularies.changed();
        assertThat(vocabularies.of("level").knows("WARD")).isTrue();
    }

    @Test
    void what_another_instance_has_heard_of_is_known_before_it_is_refused() {
        add("level", "PROVINCE");
        vocabularies.of("level");
        add("level", "WARD");
        Awaitility.await()
                .until(() -> vocabularies
                        .of("level", (String) null, "PROVINCE", "WARD")
                        .knows("WARD"));
    }

    @Test
    void an_end_that_another_instance_has_heard_of_is_known_after_a_moment() {
        add("level", "PROVINCE");
        vocabularies.of("level");
        add("level", "WARD");
        Awaitility.await().until(() -> vocabularies.of("level").knows("WARD"));
    }

    @Test
    void of_what_has_not_arrived_nobody_says_that_it_is_wrong() {
        add("level", "PROVINCE");
        assertThatThrownBy(() -> vocabularies.of("track", "PARTY"))
                .isInstanceOf(Refused.class)
                .hasMessage("vocabulary-not-here-yet");
    }

    @Test
    void of_what_has_arrived_in_part_only_what_is_there_can_be_used() {
        add("level", "PROVINCE", 2);
        add("level", "INTER_COMMUNE", null);
        assertThat(vocabularies.of("level", "PROVINCE", null).knows("PROVINCE")).isTrue();
        assertThat(vocabularies.of("level", "INTER_COMMUNE").knows("INTER_COMMUNE"))
                .as("somebody's own does not count")
                .isTrue();
        notHere("level", "PROVINCE", "CENTRAL");
        notHere("level", (String) null);

        add("level", "CENTRAL", 2);
        vocabularies.changed();
        assertThat(vocabularies.of("level", "WARD").knows("WARD")).isFalse();
        assertThat(vocabularies.of("level", (String) null).knows("CENTRAL")).isTrue();
    }

    @Test
    void a_newer_set_is_there_when_its_new_terms_are() {
        add("level", "PROVINCE", 1);
        assertThat(vocabularies.of("level", "CENTRAL").knows("CENTRAL")).isFalse();
        add("level", "WARD", 3);
        vocabularies.changed();
        notHere("level", "CENTRAL");
        add("level", "CENTRAL", 3);
        vocabularies.changed();
        assertThat(vocabularies.of("level", "DISTRICT").knows("DISTRICT")).isFalse();
    }

    private void notHere(String vocabulary, @Nullable String... words) {
        assertThatThrownBy(() -> vocabularies.of(vocabulary, words))
                .isInstanceOf(Refused.class)
                .hasMessage("vocabulary-not-here-yet");
    }

    private void add(String vocabulary, String code) {
        add(vocabulary, code, 1);
    }

    private void add(String vocabulary, String code, @Nullable Integer shippedTerms) {
        store.add(new Entry(vocabulary, new Term(code, 1, null, null), shippedTerms));
    }
}

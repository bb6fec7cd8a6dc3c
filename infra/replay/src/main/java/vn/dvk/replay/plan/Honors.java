package vn.dvk.replay.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.dvk.replay.api.Key;
import vn.dvk.replay.cases.Case;
import vn.dvk.replay.cases.Case.Unit;
import vn.dvk.replay.cases.Vocabulary.Category;
import vn.dvk.replay.cases.Vocabulary.Subject;
import vn.dvk.replay.plan.Plan.ModelAward;
import vn.dvk.replay.plan.Plan.MovementAward;
import vn.dvk.replay.plan.Plan.Recipient;
import vn.dvk.replay.plan.Plan.Recognition;

/** Which registrations are recognized and commended, and who is commended for leading the movement. */
final class Honors {

    private final Case source;
    private final String slug;
    private final List<Entry> entries;

    Honors(Case source, String slug, List<Entry> entries) {
        this.source = source;
        this.slug = slug;
        this.entries = entries;
    }

    /** Recognition at one level never takes a model away from another level: a better one has both. */
    List<Recognition> recognitions() {
        var picks = new HashMap<String, Pick>();
        var recognitions = new ArrayList<Recognition>();
        for (var stated : source.recognitions()) {
            var pick = picks.computeIfAbsent(stated.level(), _ -> new Pick(entries));
            recognitions.add(new Recognition(
                    stated.level(),
                    decision("CN", recognitions.size() + 1, stated.date(), stated.issuer()),
                    stated.date(),
                    pick.take(stated.count(), stated.among(), stated.place())));
        }
        return List.copyOf(recognitions);
    }

    /** One achievement, one form: a model is commended at most once, recognized ones before others. */
    List<ModelAward> modelAwards(Set<String> recognized) {
        var recognizedFirst = Stream.concat(
                        entries.stream().filter(entry -> recognized.contains(entry.key())),
                        entries.stream().filter(entry -> !recognized.contains(entry.key())))
                .toList();
        var pick = new Pick(recognizedFirst);
        var awards = new ArrayList<ModelAward>();
        for (var stated : source.awards()) {
            if (stated.category() == Category.MODEL) {
                awards.add(new ModelAward(
                        stated.form(),
                        stated.track(),
                        decision("KT", source.awards().indexOf(stated) + 1, stated.date(), stated.issuer()),
                        stated.date(),
                        pick.take(stated.count(), stated.among(), stated.place())));
            }
        }
        return List.copyOf(awards);
    }

    List<MovementAward> movementAwards() {
        var awards = new ArrayList<MovementAward>();
        for (var stated : source.awards()) {
            if (stated.category() == Category.MOVEMENT && stated.among().subject() instanceof Subject subject) {
                var number = source.awards().indexOf(stated) + 1;
                var decision = decision("KT", number, stated.date(), stated.issuer());
                var merit = List.of(stated.programme(), stated.form(), stated.track(), decision, stated.date());
                var recipients = IntStream.rangeClosed(1, stated.count())
                        .mapToObj(row -> recipient(number, row, subject, merit.toString()))
                        .toList();
                awards.add(new MovementAward(
                        stated.programme(), stated.form(), stated.track(), decision, stated.date(), recipients));
            }
        }
        return List.copyOf(awards);
    }

    /** Who led the movement is not named in the sources: the registering units in turn, and invented people of them. */
    private Recipient recipient(int award, int row, Subject subject, String merit) {
        var registering = List.copyOf(source.registering());
        var code = registering.isEmpty() ? source.programme().host() : registering.get((row - 1) % registering.size());
        var key = new Key("%s:m%d:%d".formatted(slug, award, row));
        return switch (subject) {
            case COLLECTIVE -> {
                var another = row > Math.max(1, registering.size());
                var name = another ? "Tổ dân vận số %d, %s".formatted(row, unitName(code)) : unitName(code);
                yield new Recipient(key.of(merit, subject.name(), name, code), subject, name, null, code);
            }
            case INDIVIDUAL, HOUSEHOLD -> {
                var person = People.person(award * 100 + row);
                var said = key.of(merit, subject.name(), person.toString(), code);
                yield new Recipient(said, subject, person.name(), person.post(), code);
            }
        };
    }

    private String unitName(String code) {
        return source.units().stream()
                .filter(unit -> unit.code().equals(code))
                .map(Unit::name)
                .findFirst()
                .orElse(code);
    }

    private Document decision(String register, int number, LocalDate date, String issuer) {
        return new Document(
                "%02d-QĐ%s/%s".formatted(number, register, source.programme().code()), date, issuer);
    }
}

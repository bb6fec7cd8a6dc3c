package vn.dvk.registration.write.laydownprogramme;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.dvk.kit.decide.Refusal.Fault;
import vn.dvk.registration.domain.RegistrationReason;
import vn.dvk.registration.domain.programme.Settings;
import vn.dvk.registration.domain.programme.StepDefinition;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.store.Words;

/** The words that a programme's settings use: its terms, each in force on a day of the programme, and fields of the form. */
final class SettingsWords {

    private SettingsWords() {}

    static List<Fault> faults(Settings settings, Words words) {
        var faults = new ArrayList<Fault>();
        var from = settings.from();
        var to = settings.to();
        var levels = words.of(
                Words.LEVEL,
                Stream.concat(
                                settings.levels().stream(),
                                settings.steps().stream().map(StepDefinition::level))
                        .toList());
        var kinds = words.of(
                Words.EVIDENCE_KIND,
                settings.steps().stream()
                        .flatMap(step -> step.requiredEvidence().stream())
                        .toList());
        var usual = words.of(
                Words.USUAL_FIELD,
                settings.fields().stream().map(Settings.Field::usualField).toList());
        for (var i = 0; i < settings.fields().size(); i++) {
            if (settings.fields().get(i).usualField() instanceof String term) {
                usual.fault("fields[" + i + "].usualField", term, from, to).ifPresent(faults::add);
            }
        }
        for (var i = 0; i < settings.required().size(); i++) {
            if (!Form.REQUIRABLE.containsKey(settings.required().get(i))) {
                faults.add(Fault.of(
                        "required[" + i + "]",
                        RegistrationReason.NOT_REQUIRABLE,
                        settings.required().get(i),
                        String.join(", ", Form.REQUIRABLE.keySet())));
            }
        }
        for (var i = 0; i < settings.levels().size(); i++) {
            levels.fault("levels[" + i + "]", settings.levels().get(i), from, to)
                    .ifPresent(faults::add);
        }
        for (var i = 0; i < settings.steps().size(); i++) {
            var step = settings.steps().get(i);
            var field = "steps[" + i + "].";
            if (step.level() != null) {
                levels.fault(field + "level", step.level(), from, to).ifPresent(faults::add);
            }
            for (var j = 0; j < step.requiredEvidence().size(); j++) {
                kinds.fault(
                                field + "requiredEvidence[" + j + "]",
                                step.requiredEvidence().get(j),
                                from,
                                to)
                        .ifPresent(faults::add);
            }
        }
        return faults;
    }
}

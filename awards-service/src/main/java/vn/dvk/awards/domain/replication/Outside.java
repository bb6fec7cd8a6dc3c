package vn.dvk.awards.domain.replication;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Subject;

/**
 * A source model that is none of the platform's: of another province, or from before there was one.
 *
 * @param name as it is known
 * @param from whose it is, in words
 */
public record Outside(String name, String from) {

    /** The same for whoever writes the same, whatever the case and the blanks. */
    private String id() {
        var both = String.join("\u001f", "outside", folded(name), folded(from));
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * What it is counted by: it has a model's id, so that sources can be told apart, and is counted where it is taken up.
     *
     * @param programme of ours in which that is done
     * @param unit      that takes it up; for a place that is no unit, the one that runs the programme
     */
    public Dimensions dimensions(String programme, String unit, String field) {
        var id = id();
        return new Dimensions(
                id, "NGOAI-" + id.substring(0, 8), name, programme, unit, field, ModelKind.MODEL, Subject.COLLECTIVE);
    }

    private static String folded(String text) {
        return Normalizer.normalize(Objects.requireNonNull(text), Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}

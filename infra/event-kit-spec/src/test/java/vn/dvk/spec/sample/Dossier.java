package vn.dvk.spec.sample;

import java.util.ArrayList;
import java.util.List;

/** As much of a dossier as its decisions need. */
public record Dossier(Stage stage, String title, List<String> notes) {

    /** How far it is. */
    public enum Stage {
        ABSENT,
        OPEN,
        CLOSED
    }

    static final Dossier NONE = new Dossier(Stage.ABSENT, "", List.of());

    public Dossier {
        notes = List.copyOf(notes);
    }

    Dossier with(String note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new Dossier(stage, title, all);
    }
}

package vn.dvk.spec.sample;

import java.util.Locale;
import vn.dvk.kit.decide.Reason;

/** Why a dossier refuses. */
public enum DossierReason implements Reason {
    NOT_OPEN(Kind.CONFLICT),
    ANOTHER_TITLE(Kind.CONFLICT),
    EMPTY_NOTE(Kind.INVALID);

    private final Kind kind;

    DossierReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

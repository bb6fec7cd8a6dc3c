package vn.dvk.spec.sample;

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
    public Kind kind() {
        return kind;
    }
}

package vn.dvk.awards.domain.dossier;

import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;

/** An award for the model (khen thưởng mô hình, điển hình). */
public record Award(
        String award,
        Commendation commendation,
        Recipient recipient,
        @Nullable Revocation revoked) {

    public boolean stands() {
        return revoked == null;
    }

    Award revoked(Revocation by) {
        return new Award(award, commendation, recipient, by);
    }
}

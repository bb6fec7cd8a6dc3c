package vn.dvk.registration.domain.registration;

import static vn.dvk.registration.domain.RegistrationReason.FIELD_FIXED;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.dvk.kit.decide.Refusal.Fault;

/**
 * A form that its unit is still writing, at first or after a return: a document that is saved as often as one likes.
 * Nobody else knows of it before it is submitted.
 *
 * @param code  as people say it: {@code NA-2024/0042}
 * @param began fingerprint of the form with which it was opened, to tell a repeated request from another one
 */
public record Draft(String id, String code, Form form, String began) {

    public Draft numbered(String number) {
        return new Draft(id, number, form, began);
    }

    /** As the stream keeps it. */
    Draft sealed() {
        return with(form.sealed(id));
    }

    public Draft with(Form other) {
        return new Draft(id, code, other, began);
    }

    /**
     * What no rewriting may change: the programme, whose code the registration bears, and the replication it was opened
     * for, because the source's dossier waits for this replica.
     */
    public List<Fault> fixed(Form other) {
        var faults = new ArrayList<Fault>();
        if (!other.programme().equals(form.programme())) {
            faults.add(Fault.of("programme", FIELD_FIXED, form.programme()));
        }
        if (form.replication() != null) {
            if (other.origin() != form.origin()) {
                faults.add(Fault.of("origin", FIELD_FIXED, form.origin()));
            }
            if (!Objects.equals(other.replicaOf(), form.replicaOf())) {
                faults.add(Fault.of("replicaOf", FIELD_FIXED, String.valueOf(form.replicaOf())));
            }
            if (!form.replication().equals(other.replication())) {
                faults.add(Fault.of("replication", FIELD_FIXED, form.replication()));
            }
        }
        return faults;
    }
}

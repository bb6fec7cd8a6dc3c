package vn.dvk.replay.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvk.replay.cases.Vocabulary.Kind;
import vn.dvk.replay.cases.Vocabulary.Origin;
import vn.dvk.replay.cases.Vocabulary.Subject;

/**
 * One filled registration form (phiếu đăng ký), as a row of the bulk request.
 *
 * @param key      the row's idempotency key: case, group, number, and a digest of all it says
 * @param submitOn the day the unit submits it
 * @param person    of an individual or household that no other entry of the case is about
 * @param subjectId instead, once the subject register has the person
 * @param continues the model of an earlier programme that it maintains, by its id
 * @param replicaOf the model that it copies, by its id
 * @param owners    where several units own it
 */
public record Entry(
        String key,
        LocalDate submitOn,
        String unit,
        String name,
        String field,
        Kind kind,
        Subject subject,
        Origin origin,
        String situation,
        String place,
        List<Goal> goals,
        String method,
        List<Force> forces,
        String outputs,
        LocalDate chosenOn,
        @Nullable Person person,
        @Nullable String subjectId,
        @Nullable String continues,
        @Nullable String replicaOf,
        @Nullable List<Owner> owners) {

    /** Of which the first leads. */
    public record Owner(String unit, String role) {}

    /** @param earlier the platform's id of the model it maintains */
    public Entry continuing(String earlier) {
        return linked(Origin.RUNNING, earlier, replicaOf);
    }

    /** @param copied the platform's id of the model it copies */
    public Entry copying(String copied) {
        return linked(Origin.REPLICA, continues, copied);
    }

    private Entry linked(Origin from, @Nullable String earlier, @Nullable String copied) {
        return new Entry(
                key, submitOn, unit, name, field, kind, subject, from, situation, place, goals, method, forces, outputs,
                chosenOn, person, subjectId, earlier, copied, owners);
    }

    /** Chỉ tiêu: numbers as text, the way forms carry them. */
    public record Goal(
            String indicator, String measure, @Nullable String baseline, String target) {}

    public record Force(String unit, String role) {}

    /** @param head of a household, who receives what it is awarded */
    public record Person(
            String name, @Nullable String head, @Nullable String post) {

        /** Whom a decision prints. */
        public String printed() {
            return head == null ? name : head;
        }
    }

    /** The same, of somebody who is in the register. */
    public Entry of(String subject) {
        return new Entry(
                key,
                submitOn,
                unit,
                name,
                field,
                kind,
                this.subject,
                origin,
                situation,
                place,
                goals,
                method,
                forces,
                outputs,
                chosenOn,
                null,
                subject,
                continues,
                replicaOf,
                owners);
    }
}

package vn.dvk.registration.domain.registration;

import org.jspecify.annotations.Nullable;
import vn.dvk.registration.domain.SubjectType;

/** New values of a registered model: none, unless a test names them. */
record ValuesFixture(
        @Nullable String unit,
        @Nullable String name,
        @Nullable String field,
        @Nullable SubjectType subject,
        @Nullable String level,
        @Nullable String place) {

    static ValuesFixture values() {
        return new ValuesFixture(null, null, null, null, null, null);
    }

    ValuesFixture unit(String other) {
        return new ValuesFixture(other, name, field, subject, level, place);
    }

    ValuesFixture name(String other) {
        return new ValuesFixture(unit, other, field, subject, level, place);
    }

    ValuesFixture field(String other) {
        return new ValuesFixture(unit, name, other, subject, level, place);
    }

    ValuesFixture subject(SubjectType other) {
        return new ValuesFixture(unit, name, field, other, level, place);
    }

    ValuesFixture level(String other) {
        return new ValuesFixture(unit, name, field, subject, other, place);
    }

    ValuesFixture place(String other) {
        return new ValuesFixture(unit, name, field, subject, level, other);
    }

    NewValues get() {
        return new NewValues(
                unit, name, field, null, subject, level, null, place, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null);
    }
}

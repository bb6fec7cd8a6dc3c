package vn.dvk.registration.domain.programme;

/** Everything that can happen to a programme. */
public sealed interface ProgrammeEvent {

    record Launched(String code, Settings settings) implements ProgrammeEvent {}

    record Changed(Settings settings) implements ProgrammeEvent {}
}

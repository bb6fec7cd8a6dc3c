package vn.dvk.awards.write.placewiderhold;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.AwardsReason;
import vn.dvk.awards.domain.dossier.Hold;
import vn.dvk.awards.domain.widerhold.HoldTarget;
import vn.dvk.awards.domain.widerhold.WiderHold;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand;
import vn.dvk.awards.domain.widerhold.WiderHoldCommand.Place;
import vn.dvk.awards.domain.widerhold.WiderHoldEvent;
import vn.dvk.awards.read.WiderHoldAnswer;
import vn.dvk.awards.store.Directory;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.Refused;
import vn.dvk.service.web.WebReason;

/** Tạm dừng xét một đơn vị, hoặc một cá nhân, hộ, tập thể: whatever is theirs, and awards for the movement too. */
@RestController
@Tag(name = "Holds")
class PlaceWiderHoldController {

    private final Streams<WiderHoldCommand, WiderHold, WiderHoldEvent> holds;
    private final Directory directory;
    private final Answers answers;

    PlaceWiderHoldController(
            Streams<WiderHoldCommand, WiderHold, WiderHoldEvent> holds, Directory directory, Answers answers) {
        this.holds = holds;
        this.directory = directory;
        this.answers = answers;
    }

    /**
     * @param unit    code of the unit; or
     * @param subject id in registration's register
     * @param on      first day
     */
    record PlaceWiderHoldBody(
            @Nullable @Size(min = 1, max = 40) String unit,
            @Nullable @Size(min = 1, max = 80) String subject,
            @NotNull Hold.Kind kind,
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on) {

        HoldTarget target() {
            if (unit != null && subject == null) {
                return new HoldTarget(HoldTarget.Type.UNIT, unit);
            }
            if (subject != null && unit == null) {
                return new HoldTarget(HoldTarget.Type.SUBJECT, subject);
            }
            throw new Refused(
                    Refusal.of(WebReason.INVALID_FIELDS, List.of(Refusal.Fault.of("unit", AwardsReason.HOLD_TARGET))));
        }
    }

    /** The hold's id follows from the idempotency key, so the stream itself knows a repeated request. */
    @PostMapping("/api/v1/holds")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> place(@Valid @RequestBody PlaceWiderHoldBody body, RequestContext context) {
        var id = DeterministicId.of("wider-hold", Objects.requireNonNull(context.key(), "a POST has one"));
        var target = body.target();
        var isKnown = body.unit() != null && directory.unit(body.unit()).isPresent();
        var command = new Place(id, target, body.kind(), body.reason(), body.on(), isKnown);
        var outcome = holds.handle(CommandEnvelope.of(id, command, context.withoutKey()));
        return answers.created(outcome, "/api/v1/holds/" + id, state -> WiderHoldAnswer.of(id, state));
    }
}

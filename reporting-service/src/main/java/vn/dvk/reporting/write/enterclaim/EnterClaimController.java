package vn.dvk.reporting.write.enterclaim;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.reporting.domain.claim.Claim;
import vn.dvk.reporting.domain.claim.ClaimCommand;
import vn.dvk.reporting.domain.claim.ClaimEvent;
import vn.dvk.reporting.domain.claim.Statement;
import vn.dvk.reporting.projection.Directory;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.Refused;

@RestController
class EnterClaimController {

    private final Streams<ClaimCommand, Claim, ClaimEvent> claims;
    private final Directory directory;
    private final Answers answers;

    EnterClaimController(Streams<ClaimCommand, Claim, ClaimEvent> claims, Directory directory, Answers answers) {
        this.claims = claims;
        this.directory = directory;
        this.answers = answers;
    }

    /**
     * @param title     of the article or report
     * @param publisher who published it, in words
     * @param on        the day it was published
     * @param asOf      last business date that its figures count; by default the programme's cut-off
     * @param figures   as of a reconciliation
     */
    record ClaimBody(
            @NotBlank @Size(max = 40) String programme,
            @NotBlank @Size(max = 300) String title,
            @NotBlank @Size(max = 300) String publisher,
            @NotNull @PastOrPresent LocalDate on,
            @Nullable LocalDate asOf,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid FigureBody> figures) {

        Statement toStatement() {
            return new Statement(
                    programme,
                    title,
                    publisher,
                    on,
                    asOf,
                    figures.stream().map(FigureBody::toFigure).toList());
        }
    }

    record FigureBody(
            @NotBlank @Size(max = 80) String id,
            @Nullable @Size(max = 4000) String text,
            @Nullable @Digits(integer = 15, fraction = 6) BigDecimal value,
            @Nullable Boolean atLeast,
            @NotEmpty @Size(max = 30) Map<@Size(max = 80) String, @NotNull @Size(max = 300) String> counts,

            @Nullable @Size(max = 30) Map<@Size(max = 80) String, @NotNull @Size(max = 300) String> comparedWith) {

        Statement.Figure toFigure() {
            return new Statement.Figure(id, text, value, atLeast, counts, comparedWith);
        }
    }

    record ClaimAnswer(String claim, Statement statement) {}

    /** The claim's id follows from the idempotency key, so the stream itself knows a repeated request. */
    @PostMapping("/api/v1/claims")
    @Allowed(roles = "'OFFICER', 'REVIEWER', 'COUNCIL', 'AUTHORITY', 'ADMINISTRATOR'")
    @Operation(
            summary = "Nhập số liệu đã công bố: enter what was published, to be checked",
            description =
                    "Kept as it was printed and told on dvk.reporting.v1. It changes no figure of the registry; GET"
                            + " /api/v1/claims/{claim}/reconciliation says at any time how it compares.")
    ResponseEntity<?> enter(@Valid @RequestBody ClaimBody body, RequestContext context) {
        directory.now().programme(body.programme()).orElseThrow(() -> Refused.notFound("programme", body.programme()));
        var id = DeterministicId.of("claim", Objects.requireNonNull(context.key(), "a POST has one"));
        var command = new ClaimCommand.Enter(id, body.toStatement());
        var outcome = claims.handle(CommandEnvelope.of(id, command, context.withoutKey()));
        return answers.created(outcome, "/api/v1/claims/" + id, state -> answer(id, state));
    }

    private static ClaimAnswer answer(String id, Claim state) {
        return switch (state) {
            case Claim.NotEntered() -> throw Refused.notFound("claim", id);
            case Claim.Entered(var claim, var statement) -> new ClaimAnswer(claim, statement);
        };
    }
}

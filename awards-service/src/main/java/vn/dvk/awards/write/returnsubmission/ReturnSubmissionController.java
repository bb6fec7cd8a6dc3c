package vn.dvk.awards.write.returnsubmission;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.dvk.awards.domain.submission.Submission;
import vn.dvk.awards.domain.submission.SubmissionCommand;
import vn.dvk.awards.domain.submission.SubmissionCommand.Return;
import vn.dvk.awards.domain.submission.SubmissionEvent;
import vn.dvk.awards.read.SubmissionAnswer;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.kit.stream.CommandEnvelope;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.Answers;
import vn.dvk.service.web.ExpectedVersion;

/** Trả lại tờ trình. Only as a whole, and only while nothing of it is answered. */
@RestController
@Tag(name = "Submissions")
class ReturnSubmissionController {

    private final Streams<SubmissionCommand, Submission, SubmissionEvent> submissions;
    private final Answers answers;

    ReturnSubmissionController(Streams<SubmissionCommand, Submission, SubmissionEvent> submissions, Answers answers) {
        this.submissions = submissions;
        this.answers = answers;
    }

    record ReturnSubmissionBody(
            @NotBlank @Size(max = 4000) String reason,
            @NotNull @PastOrPresent LocalDate on) {}

    @PostMapping("/api/v1/submissions/{id}/return")
    @Allowed(roles = "'AUTHORITY'")
    ResponseEntity<?> giveBack(
            @PathVariable String id,
            @Valid @RequestBody ReturnSubmissionBody body,
            ExpectedVersion expected,
            RequestContext context) {
        var command = new Return(new Submission.Return(body.reason(), body.on()));
        return answers.ok(
                expected.handle(version -> submissions.handle(CommandEnvelope.of(id, command, context, version))),
                SubmissionAnswer::of);
    }
}

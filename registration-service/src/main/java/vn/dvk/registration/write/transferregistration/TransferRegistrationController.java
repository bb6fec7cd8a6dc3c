package vn.dvk.registration.write.transferregistration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.dvk.kit.decide.Day;
import vn.dvk.kit.envelope.RequestContext;
import vn.dvk.registration.domain.registration.RegistrationCommand.Transfer;
import vn.dvk.registration.write.FormBody;
import vn.dvk.registration.write.PaperBody;
import vn.dvk.registration.write.RegistrationCommandHandler;
import vn.dvk.service.web.Allowed;
import vn.dvk.service.web.ExpectedVersion;
import vn.dvk.service.web.KnownDay;

/** Another unit leads the model from a day on; its unit changes in no other way. */
@RestController
@Tag(name = "Registrations")
class TransferRegistrationController {

    private final RegistrationCommandHandler registrations;

    TransferRegistrationController(RegistrationCommandHandler registrations) {
        this.registrations = registrations;
    }

    record TransferBody(
            @JsonDeserialize(using = KnownDay.class) @NotNull @PastOrPresent
            Day on,

            @NotBlank @Pattern(regexp = FormBody.CODE) String unit,
            @Nullable @Size(min = 1, max = 1000) String reason,
            @Nullable @Valid PaperBody paper) {}

    @Operation(summary = "Hand a registered model over to another unit from a day on (chuyển giao)")
    @PostMapping("/api/v1/registrations/{id}/transfer")
    @Allowed(roles = "'REVIEWER'")
    ResponseEntity<?> transfer(
            @PathVariable String id,
            ExpectedVersion expected,
            @Valid @RequestBody TransferBody body,
            RequestContext context) {
        return registrations.handle(
                id,
                known -> new Transfer(
                        body.on(),
                        body.unit(),
                        body.reason(),
                        PaperBody.toPaper(body.paper()),
                        registrations
                                .conditions(known.form().programme(), List.of(body.unit()))
                                .of(body.unit(), body.on())),
                context,
                expected);
    }
}

package vn.dvk.service.web;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import vn.dvk.kit.decide.Reason;
import vn.dvk.kit.decide.Refusal;
import vn.dvk.kit.relay.OutboxFull;
import vn.dvk.kit.stream.EventTypes.WrittenByANewerVersion;

/** Everything that is not an outcome, as a problem that says what to do. No stack trace leaves the service. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused e, HttpServletRequest request) {
        return answer(e.why(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, HttpServletRequest request) {
        // From the inside, because the reader of the JSON wraps what the stream it reads from throws.
        for (var cause : causes(e).reversed()) {
            switch (cause) {
                case WholeBody.TooLarge tooLarge -> {
                    return answer(WebReason.TOO_LARGE, request, tooLarge.limit());
                }
                case WholeBody.TooSlow _ -> {
                    return answer(WebReason.TOO_SLOW, request);
                }
                case BodyRoom.Full _ -> {
                    return answer(WebReason.TOO_BUSY, request);
                }
                case WholeBody.NoText broken -> {
                    return answer(WebReason.MALFORMED_JSON, request, broken.line(), broken.column());
                }
                case JacksonException malformed -> {
                    var why = JsonFault.of(malformed);
                    return why == null ? unreadable(malformed.getLocation(), request) : answer(why, request);
                }
                default -> {}
            }
        }
        return answer(WebReason.MALFORMED_JSON, request, 1, 1);
    }

    private ResponseEntity<ProblemDetail> unreadable(@Nullable TokenStreamLocation place, HttpServletRequest request) {
        return place == null
                ? answer(WebReason.MALFORMED_JSON, request, 1, 1)
                : answer(WebReason.MALFORMED_JSON, request, place.getLineNr(), place.getColumnNr());
    }

    private static List<Throwable> causes(Throwable e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .toList();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException e, HttpServletRequest request) {
        return invalid(e.getBindingResult().getFieldErrors(), request);
    }

    private ResponseEntity<ProblemDetail> invalid(List<FieldError> errors, HttpServletRequest request) {
        return answer(
                Refusal.of(
                        WebReason.INVALID_FIELDS,
                        errors.stream()
                                .map(error -> Refusal.Fault.of(
                                        error.getField(),
                                        Constraint.reason(String.valueOf(error.getCode())),
                                        arguments(error.getArguments())))
                                .toList()),
                request);
    }

    /** The constraint's numbers; Spring puts the field itself first. */
    private static Object[] arguments(Object @Nullable [] given) {
        return given == null
                ? new Object[0]
                : java.util.Arrays.stream(given).skip(1).map(String::valueOf).toArray();
    }

    /** Where a parameter has constraints of its own, the body's faults arrive here too. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameter(HandlerMethodValidationException e, HttpServletRequest request) {
        var inBody = e.getBeanResults().stream()
                .flatMap(result -> result.getFieldErrors().stream())
                .toList();
        if (!inBody.isEmpty() && e.getValueResults().isEmpty()) {
            return invalid(inBody, request);
        }
        var names = e.getValueResults().stream()
                .map(result -> result.getMethodParameter().getParameterName())
                .collect(Collectors.joining(", "));
        return answer(WebReason.MALFORMED_PARAMETER, request, names);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return e.getRequiredType() == ETag.class
                ? answer(WebReason.MALFORMED_ETAG, request)
                : answer(WebReason.MALFORMED_PARAMETER, request, e.getName());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingRequestValueException e, HttpServletRequest request) {
        var name = e instanceof MissingServletRequestParameterException parameter ? parameter.getParameterName() : "";
        return answer(WebReason.MISSING_PARAMETER, request, name);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noAddress(NoResourceFoundException e, HttpServletRequest request) {
        return answer(WebReason.NO_SUCH_ADDRESS, request, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        var allowed = e.getSupportedHttpMethods();
        var answer = answer(WebReason.METHOD_NOT_ALLOWED, request, e.getMethod());
        return allowed == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .allow(allowed.toArray(org.springframework.http.HttpMethod[]::new))
                        .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return answer(WebReason.UNSUPPORTED_MEDIA_TYPE, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return answer(WebReason.NOT_ACCEPTABLE, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> behind(OutboxFull e, HttpServletRequest request) {
        return answer(WebReason.RELAY_BEHIND, request);
    }

    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<ProblemDetail> address(RuntimeException e, HttpServletRequest request) {
        return answer(WebReason.MALFORMED_ADDRESS, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broker(KafkaException e, HttpServletRequest request) {
        LOG.error("The broker does not answer as it should: {}", e.toString());
        return answer(WebReason.BROKER_AWAY, request);
    }

    /** While instances are replaced one by one, the newer ones can answer. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> newer(WrittenByANewerVersion e, HttpServletRequest request) {
        LOG.warn("{}", e.getMessage());
        return answer(WebReason.NEWER_VERSION, request);
    }

    /** Not ours: the security chain turns it into 401 or 403. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> internal(Exception e, HttpServletRequest request) {
        for (var cause : causes(e)) {
            if (cause instanceof MongoException store && isAway(store)) {
                LOG.error("The store does not answer as it should: {}", store.toString());
                return answer(WebReason.STORE_AWAY, request);
            }
        }
        if (e instanceof ErrorResponse other && other.getStatusCode().is4xxClientError()) {
            return answer(WebReason.of(other.getStatusCode().value()), request, request.getRequestURI());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(WebReason.INTERNAL, request);
    }

    /**
     * Whatever the store says may be over soon: out of reach, out of time, no primary, a concern not met, and the many
     * codes that stores have for it. A write that it refuses as such would be refused again.
     */
    private static boolean isAway(MongoException e) {
        return switch (e) {
            case MongoWriteConcernException _ -> true;
            case MongoBulkWriteException bulk -> bulk.getWriteErrors().isEmpty();
            case MongoWriteException _ -> false;
            default -> true;
        };
    }

    private ResponseEntity<ProblemDetail> answer(Reason reason, HttpServletRequest request, Object... arguments) {
        return answer(Refusal.because(reason, arguments), request);
    }

    private ResponseEntity<ProblemDetail> answer(Refusal why, HttpServletRequest request) {
        var problem = problems.detail(why);
        Problems.locate(problem, request);
        return Problems.answer(problem);
    }
}

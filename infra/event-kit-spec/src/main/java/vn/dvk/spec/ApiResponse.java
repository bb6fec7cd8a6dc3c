package vn.dvk.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import vn.dvk.kit.envelope.Json;

/**
 * What a service answered. Each expectation returns the answer, so that they can be chained.
 *
 * @param text the body, read as UTF-8
 */
public record ApiResponse(int status, HttpHeaders headers, String text) {

    public ApiResponse is(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** A problem as RFC 9457 has it, whole: with its stable code, and with texts, which a missing one is not. */
    public ApiResponse is(int expected, String code) {
        is(expected);
        assertThat(headers.getContentType())
                .as(text)
                .isNotNull()
                .matches(type -> type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON), "is a problem");
        assertThat(text("code")).as(text).isEqualTo(code);
        assertThat(text("type")).as(text).isEqualTo("/problems/" + code);
        assertThat(json().path("status").asInt()).as(text).isEqualTo(expected);
        assertThat(text("title")).as(text).isNotBlank().isNotEqualTo(code + ".title");
        assertThat(text("detail")).as(text).isNotBlank().isNotEqualTo(code);
        return this;
    }

    /** The problem names this field, for this reason. */
    public ApiResponse fault(String field, String code) {
        assertThat(faults()).as(text).containsEntry(field, code);
        return this;
    }

    /** The fields that the problem names, with the first reason for each. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        for (var error : json().path("errors")) {
            faults.putIfAbsent(
                    error.path("field").asString(), error.path("code").asString());
        }
        return faults;
    }

    /** The problem's title is the one that the service's texts have for its code in this language. */
    public ApiResponse inLanguage(String language) {
        assertThat(text("title"))
                .as(text)
                .isIn(List.of(
                        MessageCatalog.text("problems", language, text("code") + ".title"),
                        MessageCatalog.text("kit-problems", language, text("code") + ".title")));
        return this;
    }

    public JsonNode json() {
        return Json.MAPPER.readTree(text);
    }

    /** A text field at the top of the JSON; empty if it is not there. */
    public String text(String field) {
        return json().path(field).asString("");
    }

    /** A header; empty if it is not there. */
    public String header(String name) {
        var value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    public String eTag() {
        return header(HttpHeaders.ETAG);
    }
}

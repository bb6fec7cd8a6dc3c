package vn.dvk.registration.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import vn.dvk.kit.envelope.Json;
import vn.dvk.registration.domain.registration.Form;
import vn.dvk.registration.domain.registration.NewValues;

/** The form as it is sent and the form as it is kept are read by name, so they must have the same names. */
class FormBodyTest {

    @Test
    void what_is_sent_and_what_is_kept_have_the_same_components() {
        Map.of(
                        FormBody.GoalBody.class, Form.Goal.class,
                        FormBody.MilestoneBody.class, Form.Milestone.class,
                        FormBody.ForceBody.class, Form.Force.class,
                        FormBody.ResourceBody.class, Form.Resource.class)
                .forEach((sent, kept) -> assertEquals(names(kept), names(sent), sent.getSimpleName()));
    }

    /** Besides, one says who a subject is that is not in the register yet, and the other where its texts are. */
    @Test
    void the_form_names_its_subject_in_both() {
        var sent = new ArrayList<>(names(FormBody.class));
        assertTrue(sent.remove("person"));
        var kept = new ArrayList<>(names(Form.class));
        assertTrue(kept.remove("texts"));
        assertEquals(kept, sent);
    }

    @Test
    void new_values_are_named_as_in_the_form_and_arrive() {
        var sent = names(NewValuesBody.class);
        var kept = new ArrayList<>(names(NewValues.class));
        assertTrue(kept.remove("texts"));
        assertEquals(kept, sent.subList(sent.indexOf("paper") + 1, sent.size()));

        var body = Json.MAPPER.readValue(
                "{\"on\":\"2024-03-01\",\"reason\":\"Ghi nhầm\",\"field\":\"KT\",\"goals\":[{\"target\":50}]}",
                NewValuesBody.class);
        var values = body.toValues();
        assertEquals("KT", values.field());
        assertEquals(List.of(new Form.Goal("G1", null, null, null, "50", null, null)), values.goals());
        assertNull(values.name());
    }

    @Test
    void every_field_arrives_in_its_own_place() throws IOException {
        var stored = Files.readString(
                Path.of("src/test/resources/stored-events/registrations/registration.submitted.v1.json"));
        var form = Json.MAPPER.readTree(stored).path("draft").path("form");

        // Only what a stream keeps of people has a place for their texts.
        ((ObjectNode) form).remove("texts");
        assertEquals(
                Json.MAPPER.treeToValue(form, Form.class),
                Json.MAPPER.treeToValue(form, FormBody.class).toForm());
    }

    @Test
    void what_is_left_out_is_new_and_has_no_rows() {
        var form = Json.MAPPER
                .readValue("{\"programme\":\"NA-2024\",\"unit\":\"NA-01\",\"name\":\"Tổ tự quản\"}", FormBody.class)
                .toForm();

        assertEquals(Form.Origin.NEW, form.origin());
        assertEquals(List.of(), form.goals());
        assertEquals(List.of(), form.forces());
        assertEquals(List.of(), form.resources());
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}

package vn.dvk.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dvk.replay.StubPlatform.Answer;
import vn.dvk.replay.StubPlatform.Request;
import vn.dvk.replay.cases.CaseFile;

class MainTest {

    private final StubPlatform stub = new StubPlatform();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        stub.close();
    }

    private int run(String... arguments) {
        var environment = Map.of(
                "DVK_PORT_BASE",
                String.valueOf(stub.base()),
                "DVK_HOME",
                folder.resolve("home").toString());
        return Main.run(List.of(arguments), environment, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }

    @Test
    void a_wrong_file_ends_with_code_2_and_one_sentence_before_anything_is_sent() throws IOException {
        var good = save("tot.json", bundled());
        var wrong = save("sai.json", bundled().replace("\"KG-LMHTX-2021\"", "17"));
        assertThat(run("replay", good.toString(), wrong.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("Tệp " + wrong
                        + ", dòng 6, programme.code: cần một mã gồm A-Z, 0-9 và -, tối đa 40 ký tự, tệp ghi 17.")
                .doesNotContain("Exception");
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void a_missing_file_or_an_unknown_command_ends_with_code_2() {
        assertThat(run("replay", "khong-co.json")).isEqualTo(2);
        assertThat(run("replay")).isEqualTo(2);
        assertThat(run("xoa")).isEqualTo(2);
        assertThat(run("demo", "x")).isEqualTo(2);
        assertThat(run("rebuild", "--all")).isEqualTo(2);
        assertThat(stub.requests()).isEmpty();
        assertThat(err.toString(UTF_8)).contains("không có tệp này").contains("Cách dùng");
    }

    @Test
    void a_case_that_counts_as_expected_ends_with_code_0_and_is_remembered() throws IOException {
        answerReconciliations("match");
        var file = save("lien-minh.json", bundled());
        assertThat(run("replay", file.toString())).isZero();
        assertThat(out.toString(UTF_8))
                .contains("▶ Phong trào thi đua “Dân vận khéo” Chi bộ Liên minh Hợp tác xã")
                .contains("✓ Đúng như hồ sơ chờ đợi")
                .contains("2 đăng ký trong");
        assertThat(folder.resolve("home/replayed/lien-minh-htx-2021.json")).hasContent(bundled());

        out.reset();
        assertThat(run("tables")).isZero();
        assertThat(out.toString(UTF_8)).contains("KG-LMHTX-2021").doesNotContain("NA-2024");
    }

    @Test
    void a_case_that_counts_otherwise_ends_with_code_1_and_names_the_figure() throws IOException {
        answerReconciliations("mismatch");
        assertThat(run("replay", save("lien-minh.json", bundled()).toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("C11: được mismatch, hồ sơ chờ match");
    }

    @Test
    void a_platform_that_refuses_ends_with_code_1_and_its_words() throws IOException {
        stub.answering(request -> request.path().endsWith("/units/bulk") ? Answer.problem(403, "forbidden") : null);
        assertThat(run("replay", save("lien-minh.json", bundled()).toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains("403 forbidden");
    }

    @Test
    void a_rebuild_is_followed_to_its_end_and_the_tables_are_printed_again() throws IOException {
        replayed();
        rebuilding(
                "{\"state\":\"RUNNING\",\"done\":1,\"total\":3,\"finishedAt\":null}",
                "{\"state\":\"RUNNING\",\"done\":2,\"total\":3,\"finishedAt\":null}",
                "{\"state\":\"DONE\",\"done\":3,\"total\":3,\"finishedAt\":\"2026-01-01T00:00:00Z\"}");
        assertThat(run("rebuild")).isZero();
        assertThat(out.toString(UTF_8)).contains("rebuilding from the log").contains("✓ Đúng như hồ sơ chờ đợi");
        assertThat(beginnings()).extracting(Request::body).containsExactly(json("{}"));
    }

    @Test
    void a_new_store_that_differs_is_said_difference_by_difference_and_ends_with_code_1() throws IOException {
        replayed();
        rebuilding("""
                {"state":"FAILED","phase":"COMPARING","failed":"22 documents differ","differences":
                 {"count":22,"first":[{"id":"m-1","kind":"CONTENT"},{"id":"m-2","kind":"BEHIND"}]}}""");
        assertThat(run("rebuild")).isEqualTo(1);
        assertThat(out.toString(UTF_8))
                .contains(
                        "  ≠ id m-1, kind CONTENT\n",
                        "  ≠ id m-2, kind BEHIND\n",
                        "  ≠ và 20 tài liệu khác",
                        "rebuild --accept")
                .doesNotContain("✓");
    }

    @Test
    void an_accepted_difference_is_said_and_the_tables_follow() throws IOException {
        replayed();
        rebuilding("""
                {"state":"DONE","differences":{"count":1,"first":[{"id":"m-2","kind":"CONTENT"}]}}""");
        assertThat(run("rebuild", "--accept")).isZero();
        assertThat(out.toString(UTF_8)).contains("  ≠ id m-2, kind CONTENT\n", "✓ Đúng như hồ sơ chờ đợi");
        assertThat(beginnings()).extracting(Request::body).containsExactly(json("{\"accept\":true}"));
    }

    @Test
    void a_rebuild_whose_instance_was_killed_is_begun_again_under_another_key() throws IOException {
        replayed();
        rebuilding("{\"state\":\"INTERRUPTED\"}", "{\"state\":\"DONE\"}");
        assertThat(run("rebuild")).isZero();
        assertThat(beginnings()).extracting(Request::key).hasSize(2).doesNotHaveDuplicates();

        rebuilding("{\"state\":\"INTERRUPTED\"}");
        assertThat(run("rebuild")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("Dựng lại bị ngắt 3 lần");
    }

    @Test
    void a_rebuild_that_fails_ends_with_code_1_and_the_reason() throws IOException {
        replayed();
        rebuilding("{\"state\":\"FAILED\",\"failed\":\"hết chỗ\"}");
        assertThat(run("rebuild")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("Dựng lại không thành: state FAILED, failed hết chỗ.");
    }

    @Test
    void an_edition_of_a_case_that_was_replayed_before_is_said() throws IOException {
        replayed();
        assertThat(run("replay", save("lien-minh.json", bundled()).toString())).isZero();
        assertThat(out.toString(UTF_8)).doesNotContain("Replayed before");
        assertThat(run("replay", save("lien-minh.json", bundled() + "\n").toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("Replayed before with another text");
    }

    private void replayed() throws IOException {
        answerReconciliations("match");
        assertThat(run("replay", save("lien-minh.json", bundled()).toString())).isZero();
        out.reset();
    }

    /** What looking at the rebuild shows, look by look; the last one for ever. */
    private void rebuilding(String... looks) {
        var look = new AtomicInteger();
        stub.answering(request -> switch (request.path()) {
            case "/api/v1/rebuilds" -> new Answer(202, "{\"id\":\"r\"}", Map.of());
            case "/api/v1/rebuilds/current" -> Answer.ok(looks[Math.min(look.getAndIncrement(), looks.length - 1)]);
            default -> reconciliation(request.path(), "match");
        });
    }

    private List<Request> beginnings() {
        return stub.requests().stream()
                .filter(request -> request.path().equals("/api/v1/rebuilds"))
                .toList();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private void answerReconciliations(String verdict) {
        stub.answering(request -> reconciliation(request.path(), verdict));
    }

    private static @Nullable Answer reconciliation(String path, String verdict) {
        return path.equals("/api/v1/reconciliations") ? Answer.ok("""
                        {"figures":[{"id":"C11","claimed":2,"counted":2,"difference":0,"verdict":"%s"},
                                    {"id":"C12","claimed":2,"counted":2,"difference":0,"verdict":"match"}],
                         "identities":[{"id":"R16","left":2,"right":2,"difference":0,"verdict":"holds"}]}""".formatted(verdict)) : null;
    }

    private Path save(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String bundled() {
        return new CaseFile.Bundled("lien-minh-htx-2021.json").text();
    }
}

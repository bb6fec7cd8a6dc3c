package vn.dvk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path home;

    @Test
    void each_process_has_its_usual_heap_unless_the_environment_says_otherwise() {
        assertThat(heaps(Map.of()))
                .containsEntry("reporting", "-Xmx256m")
                .containsEntry("awards", "-Xmx112m")
                .containsKey("backbone");
        assertThat(heaps(Map.of("DVK_HEAP_REPORTING", "768", "DVK_HEAP_BACKBONE", "256")))
                .containsEntry("reporting", "-Xmx768m")
                .containsEntry("awards", "-Xmx112m")
                .containsEntry("backbone", "-Xmx256m");
    }

    @Test
    void the_backbones_heap_follows_the_machines_memory_within_bounds() {
        assertThat(Platform.backboneHeapMb(2_000)).isEqualTo(512);
        assertThat(Platform.backboneHeapMb(8_192)).isEqualTo(1_024);
        assertThat(Platform.backboneHeapMb(64_000)).isEqualTo(2_048);
    }

    @Test
    void all_ports_follow_the_first_one() {
        var ports = Platform.stages(settings(Map.of("DVK_PORT_BASE", "30000"))).stream()
                .flatMap(List::stream)
                .flatMap(program -> program.ports().keySet().stream())
                .toList();

        assertThat(ports).containsExactlyInAnyOrder(30000, 30001, 30002, 30003, 30004, 30005, 30006, 30007, 30009);
    }

    @Test
    void a_second_instance_differs_in_name_and_port_and_nothing_else() {
        var settings = settings(Map.of("DVK_PORT_BASE", "30000"));
        var first = Platform.stages(settings).getLast().stream()
                .filter(program -> program.name().equals("registration"))
                .findFirst()
                .orElseThrow();

        var second = Platform.second(settings, "registration").orElseThrow();

        assertThat(second.name()).isEqualTo("registration-2");
        assertThat(second.ports()).containsOnlyKeys(30011);
        assertThat(second.environment())
                .containsEntry("SERVER_PORT", "30011")
                .containsEntry("DVK_INSTANCE", "registration-2")
                .containsAllEntriesOf(first.environment().entrySet().stream()
                        .filter(variable ->
                                !List.of("SERVER_PORT", "DVK_INSTANCE").contains(variable.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        assertThat(List.of("identity", "gateway", "backbone", "nobody"))
                .allMatch(name -> Platform.second(settings, name).isEmpty());
    }

    @Test
    void what_cannot_be_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> settings(Map.of("DVK_HEAP_AWARDS", "8")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("DVK_HEAP_AWARDS must be at least 64 (MB), not 8.");
        assertThatThrownBy(() -> settings(Map.of("DVK_HEAP_AWARDS", "1g")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("DVK_HEAP_AWARDS must be a whole number, not “1g”.");
        assertThatThrownBy(() -> settings(Map.of("DVK_PORT_BASE", "80")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("DVK_PORT_BASE must be between 1024 and 65522, not 80.");
    }

    private Map<String, String> heaps(Map<String, String> environment) {
        return Platform.stages(settings(environment)).stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        Program::name,
                        program -> program.command().stream()
                                .filter(argument -> argument.startsWith("-Xmx"))
                                .findFirst()
                                .orElseThrow()));
    }

    private Settings settings(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("DVK_HOME", home.toString());
        return Settings.of(all);
    }
}

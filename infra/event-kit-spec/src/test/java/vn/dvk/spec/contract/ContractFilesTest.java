package vn.dvk.spec.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFilesTest {

    @Test
    void a_folder_and_the_class_path_hold_the_same(@TempDir Path folder) throws IOException {
        var onClassPath = ContractFiles.onClassPath();
        for (var path : onClassPath.paths()) {
            var file = folder.resolve(path);
            Files.createDirectories(folder.resolve(path).resolveSibling(""));
            Files.writeString(file, onClassPath.text(path));
        }

        var inFolder = ContractFiles.in(folder);

        assertThat(inFolder.paths())
                .isEqualTo(onClassPath.paths())
                .contains("asyncapi.yaml", "awards/readers/reporting.json");
        assertThat(inFolder.text("released.sha256")).isEqualTo(onClassPath.text("released.sha256"));
        Contracts.of(inFolder).assertReleasedSamplesUntouched();
    }

    @Test
    void changing_a_copy_leaves_the_files_as_they_are() {
        var files = ContractFiles.onClassPath();

        assertThat(files.with("asyncapi.yaml", "x").text("asyncapi.yaml")).isEqualTo("x");
        assertThat(files.without("asyncapi.yaml").find("asyncapi.yaml")).isEmpty();
        assertThat(files.text("asyncapi.yaml")).startsWith("#");
        assertThatIllegalArgumentException().isThrownBy(() -> files.without("nowhere.json"));
        assertThatIllegalArgumentException().isThrownBy(() -> files.text("nowhere.json"));
    }
}

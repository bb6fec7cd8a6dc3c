package vn.dvk.replay.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A case file with as many registrations as a test needs, under a programme of its own. */
final class MadeUpCase {

    private MadeUpCase() {}

    /** Collective models of two fields, of which twenty are recognized and five commended. */
    static Path write(String code, int perField) {
        var text = """
                {"case": "%1$s",
                 "programme": {"code": "%1$s", "name": "Phong trào %1$s", "host": "%1$s-T",
                  "from": "2022-01-01", "to": "2022-12-31", "cutOff": "2022-12-31",
                  "fields": {"KT": "Kinh tế", "VHXH": "Văn hóa - xã hội"}, "levels": ["PROVINCE"]},
                 "units": [{"code": "%1$s-T", "name": "Tỉnh của %1$s", "kind": "PROVINCE"},
                           {"code": "%1$s-X", "name": "Xã của %1$s", "kind": "COMMUNE", "parent": "%1$s-T"}],
                 "groups": [{"count": %2$d, "kind": "MODEL", "subject": "COLLECTIVE", "field": "KT", "unit": "%1$s-X"},
                            {"count": %2$d, "kind": "MODEL", "subject": "COLLECTIVE", "field": "VHXH", "unit": "%1$s-X"}],
                 "recognitions": [{"count": 20, "kind": "MODEL", "subject": "COLLECTIVE", "level": "PROVINCE",
                                   "issuer": "Tỉnh", "date": "2022-12-20"}],
                 "awards": [{"count": 5, "form": "BANG_KHEN", "track": "STATE", "issuer": "Tỉnh", "category": "MODEL",
                             "subject": "COLLECTIVE", "date": "2022-12-25"}],
                 "published": [
                  {"id": "A", "text": "đăng ký", "value": %3$d, "counts": {"measure": "registered"}, "expected": "match"},
                  {"id": "B", "text": "công nhận", "value": 20, "counts": {"measure": "recognized"}, "expected": "match"},
                  {"id": "C", "text": "khen", "value": 5, "counts": {"measure": "awarded"}, "expected": "match"}]}
                """.formatted(code, perField, 2 * perField);
        try {
            return Files.writeString(Files.createTempFile(code, ".json"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

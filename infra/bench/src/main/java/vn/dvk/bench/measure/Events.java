package vn.dvk.bench.measure;

import java.util.UUID;
import vn.dvk.kit.envelope.OutboxEntry;

/** Events as large as those of the domain. */
final class Events {

    static final String SOURCE = "/dvk/local/registration";
    static final String TYPE = "vn.dvk.registration.model-registered.v1";

    private Events() {}

    static OutboxEntry entry(String subject, long position) {
        return new OutboxEntry(
                position,
                UUID.randomUUID().toString(),
                TYPE,
                SOURCE,
                subject,
                subject,
                "2024-03-10T08:00:00Z",
                "xetduyet",
                null,
                UUID.randomUUID().toString(),
                null,
                """
                {"model":"%s","code":"NA-2024-%05d","name":"Tuyến đường tự quản sáng, xanh, sạch, đẹp","programme":"NA-2024",\
                "unit":"NA-01","field":"VHXH","kind":"MODEL","subject":"COLLECTIVE","on":"2024-03-10","origin":"NEW",\
                "place":"Khối 3, phường Hưng Bình","submittedOn":"2024-03-01","selectedOn":"2024-03-05",\
                "approval":{"number":"12-QĐ/BCĐ","date":"2024-03-10","issuer":"Ban Chỉ đạo tỉnh"}}""".formatted(subject, position));
    }
}

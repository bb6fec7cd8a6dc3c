package vn.dvk.registration.domain.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step (bước) of the programme's process.
 *
 * @param actor       who does it, in words
 * @param evidence    what it has to be shown with
 * @param completedBy what completes it
 * @param dueDays     due so many days after registration; or
 * @param due         due on this day, the same for all
 * @param requiredEvidence kinds of evidence, terms, without which it is not complete
 * @param level       of a step by recognition: whose completes it; null: anybody's
 */
public record StepDefinition(
        String code,
        String label,
        String actor,
        List<String> evidence,
        CompletedBy completedBy,
        @Nullable Integer dueDays,
        @Nullable LocalDate due,
        List<String> requiredEvidence,
        @Nullable String level) {

    /** What completes a step. */
    public enum CompletedBy {
        /** The accepted registration. */
        REGISTRATION,
        /** A person, with evidence. */
        PERSON,
        /** The concluded score. */
        EVALUATION,
        /** The recognition, or its refusal. */
        RECOGNITION
    }

    public StepDefinition {
        evidence = List.copyOf(evidence);
        // A programme laid down before there was such a thing does not have it.
        requiredEvidence = requiredEvidence == null ? List.of() : List.copyOf(requiredEvidence);
    }

    /** Whether both are due at the same time. */
    boolean isDueLike(StepDefinition other) {
        return Objects.equals(dueDays, other.dueDays) && Objects.equals(due, other.due);
    }

    /** A step that requires nothing in particular, of no particular level. */
    public StepDefinition(
            String code,
            String label,
            String actor,
            List<String> evidence,
            CompletedBy completedBy,
            @Nullable Integer dueDays,
            @Nullable LocalDate due) {
        this(code, label, actor, evidence, completedBy, dueDays, due, List.of(), null);
    }

    /**
     * The default five. The names are a reconstruction: official wording varies, so they are the programme's data (see
     * the domain's note on the five-step process).
     */
    public static final List<StepDefinition> DEFAULT = List.of(
            new StepDefinition(
                    "SURVEY",
                    "Khảo sát, lựa chọn nội dung",
                    "Đơn vị đăng ký",
                    List.of("Vấn đề", "Địa bàn", "Đối tượng", "Ngày họp lựa chọn"),
                    CompletedBy.REGISTRATION,
                    null,
                    null),
            new StepDefinition(
                    "REGISTER",
                    "Đăng ký, xét chọn, phê duyệt",
                    "Đơn vị đăng ký, cấp trên",
                    List.of("Văn bản phê duyệt"),
                    CompletedBy.REGISTRATION,
                    null,
                    null),
            new StepDefinition(
                    "CARRY_OUT",
                    "Xây dựng kế hoạch, tổ chức thực hiện",
                    "Đơn vị đăng ký",
                    List.of("Kế hoạch", "Nghị quyết", "Phân công", "Ra mắt"),
                    CompletedBy.PERSON,
                    60,
                    null),
            new StepDefinition(
                    "APPRAISE",
                    "Theo dõi, kiểm tra, đánh giá, thẩm định",
                    "Cấp trên, tổ thẩm định",
                    List.of("Báo cáo", "Biên bản kiểm tra", "Phiếu chấm điểm", "Biên bản thẩm định"),
                    CompletedBy.EVALUATION,
                    150,
                    null),
            new StepDefinition(
                    "SUM_UP",
                    "Tổng kết, công nhận, khen thưởng, nhân rộng",
                    "Cấp có thẩm quyền",
                    List.of("Tờ trình", "Quyết định", "Bài học kinh nghiệm"),
                    CompletedBy.RECOGNITION,
                    180,
                    null));
}

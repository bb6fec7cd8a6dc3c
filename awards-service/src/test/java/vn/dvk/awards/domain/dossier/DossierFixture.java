package vn.dvk.awards.domain.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardWords;
import vn.dvk.awards.domain.DecisionPaper;
import vn.dvk.awards.domain.Dimensions;
import vn.dvk.awards.domain.Effect;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.ModelKind;
import vn.dvk.awards.domain.Printed;
import vn.dvk.awards.domain.ProgrammeRules;
import vn.dvk.awards.domain.Recipient;
import vn.dvk.awards.domain.Revocation;
import vn.dvk.awards.domain.SeveralForms;
import vn.dvk.awards.domain.Subject;
import vn.dvk.kit.decide.Vocabulary;
import vn.dvk.kit.envelope.DeterministicId;
import vn.dvk.spec.Specification;

/** A model of Kim Bảng and what may be asked about it, named by what matters in a test. */
public final class DossierFixture {

    public static final String MODEL = "a1c7d2f0-58e3-4b96-8d14-6f0b2e9c3a45";
    public static final String CONCLUSION = "5c1e8f40-7a26-4d93-b0e8-3f9d62a1c745";
    public static final LocalDate DAY = LocalDate.of(2020, 11, 6);

    public static final Vocabulary LEVELS = new Vocabulary(
            "level",
            List.of(
                    new Vocabulary.Term("GRASSROOTS", 10, null, null),
                    new Vocabulary.Term("DISTRICT", 20, null, LocalDate.of(2025, 6, 30)),
                    new Vocabulary.Term("BLOC", 30, null, LocalDate.of(2025, 2, 28)),
                    new Vocabulary.Term("PROVINCE", 40, null, null),
                    new Vocabulary.Term("CENTRAL", 50, null, null)));

    /** One form ended in 2020, another is the Party's only. */
    public static final AwardWords WORDS = new AwardWords(
            new Vocabulary(
                    "award-form",
                    List.of(
                            new Vocabulary.Term("GIAY_KHEN", 10, null, null),
                            new Vocabulary.Term("BANG_KHEN", 20, null, null),
                            new Vocabulary.Term("BIEU_DUONG", 30, null, null),
                            new Vocabulary.Term("KY_NIEM_CHUONG", 40, null, null),
                            new Vocabulary.Term("CO_LUAN_LUU", 50, null, LocalDate.of(2019, 12, 31)))),
            Vocabulary.of("track", "PARTY", "STATE", "UNKNOWN"),
            Map.of("KY_NIEM_CHUONG", "PARTY"));

    /** One form only, and no tables. */
    public static final GivingRules STRICT = new GivingRules(SeveralForms.NEVER, Amounts.NONE, WORDS);

    public static final ProgrammeRules RULES =
            new ProgrammeRules(Set.of("GRASSROOTS", "DISTRICT", "PROVINCE"), true, LEVELS);
    public static final ProgrammeRules WITHOUT_EVALUATION = new ProgrammeRules(Set.of("GRASSROOTS"), false, LEVELS);

    /** What a decision prints of a person. */
    public static final Printed PRINTED =
            new Printed("Trần Thị Mai Hoa", "Công chức Văn phòng", "Cán bộ một cửa tận tình");

    public static final DecisionPaper DECISION = paper("31-QĐ/BCĐ", DAY);
    public static final DecisionPaper OTHER_DECISION = paper("32-QĐ/BCĐ", DAY);

    private DossierFixture() {}

    public static Specification<DossierCommand, Dossier, DossierEvent> dossier() {
        return Specification.of(new DossierDecider());
    }

    public static DecisionPaper paper(String number, LocalDate date) {
        return new DecisionPaper("d-" + number, number, date, "Ban Chỉ đạo huyện Kim Bảng", List.of());
    }

    public static Entry entry() {
        return entry(Subject.COLLECTIVE, null);
    }

    /** The model as one of another unit. */
    public static Entry entryAt(String unit) {
        return entry(Subject.COLLECTIVE, null, unit);
    }

    public static Entry entry(Subject subject, @Nullable String subjectId) {
        return entry(subject, subjectId, "HNA-KB");
    }

    private static Entry entry(Subject subject, @Nullable String subjectId, String unit) {
        return new Entry(
                new Dimensions(
                        MODEL,
                        "KB-2015-2020/0001",
                        subject == Subject.COLLECTIVE ? "Chính quyền thân thiện vì Nhân dân phục vụ" : null,
                        "KB-2015-2020",
                        unit,
                        "HTCT",
                        ModelKind.MODEL,
                        subject,
                        subjectId),
                "DISTRICT",
                "Bộ phận Một cửa huyện");
    }

    public static DossierEvent opened() {
        return new DossierEvent.Opened(entry(), LocalDate.of(2015, 6, 1));
    }

    public static DossierEvent withdrawn() {
        return new DossierEvent.Withdrawn(entry(), LocalDate.of(2016, 1, 5));
    }

    public static DossierEvent passed() {
        return new DossierEvent.Evaluated(evaluation(true));
    }

    public static DossierEvent failed() {
        return new DossierEvent.Evaluated(evaluation(false));
    }

    public static DossierEvent voided() {
        return new DossierEvent.ConclusionVoided(CONCLUSION, "Nhầm phiếu chấm", LocalDate.of(2020, 12, 1));
    }

    public static Evaluation evaluation(boolean passed) {
        return new Evaluation(
                CONCLUSION, passed, true, passed ? "GOOD" : "FAIL", passed ? 86.0 : 41.5, LocalDate.of(2020, 10, 20));
    }

    public static DossierEvent recognized(int nth, String level) {
        return new DossierEvent.Recognized(id("recognition", nth), level, DECISION, DAY, null, CONCLUSION);
    }

    public static DossierCommand recognize(String level) {
        return new DossierCommand.Recognize(level, DECISION, DAY, null, RULES, null);
    }

    public static DossierEvent refused(String level) {
        return new DossierEvent.RecognitionRefused(id("refusal", 1), level, null, "Kết quả chưa rõ", DAY, null, null);
    }

    public static DossierCommand refuse(String level) {
        return new DossierCommand.RefuseRecognition(level, null, "Kết quả chưa rõ", DAY, null, null, RULES);
    }

    public static Commendation commendation(DecisionPaper decision) {
        return new Commendation(
                "GIAY_KHEN", "PARTY", decision, DAY, null, null, 300_000L, "Quy chế chi tiêu nội bộ", null, null);
    }

    public static DossierEvent granted(int nth, DecisionPaper decision) {
        return new DossierEvent.AwardGranted(id("award", nth), content(commendation(decision)));
    }

    /** As it goes to the model's unit. */
    public static Award.Content content(Commendation commendation) {
        return new Award.Content(commendation, List.of(new Recipient("Huyện Kim Bảng", null, "HNA-KB", null)));
    }

    public static DossierEvent held() {
        return new DossierEvent.HoldPlaced(id("hold", 1), Hold.Kind.COMPLAINT, "Có đơn tố cáo", DAY);
    }

    public static Revocation revocation() {
        return new Revocation("Số liệu không đúng thực tế", LocalDate.of(2021, 2, 1), Effect.ENDED, null);
    }

    public static String id(String what, int nth) {
        return DeterministicId.of(what, MODEL, String.valueOf(nth));
    }
}

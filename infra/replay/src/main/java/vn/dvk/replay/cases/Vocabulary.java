package vn.dvk.replay.cases;

import tools.jackson.databind.EnumNamingStrategies.LowerCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/** The closed lists of words that a case and the platform's HTTP contract share, spelled as on the wire. */
public final class Vocabulary {

    /** Mô hình, điển hình. */
    public enum Kind {
        MODEL,
        EXEMPLAR
    }

    /** Tập thể, cá nhân, hộ. */
    public enum Subject {
        COLLECTIVE,
        INDIVIDUAL,
        HOUSEHOLD
    }

    /** Cấp công nhận. District and bloc are history. */
    public enum Level {
        GRASSROOTS,
        DISTRICT,
        BLOC,
        PROVINCE,
        CENTRAL
    }

    /** Loại đơn vị. */
    public enum UnitKind {
        PROVINCE,
        BLOC,
        DISTRICT,
        COMMUNE,
        PROVINCIAL_AGENCY,
        GRASSROOTS,
        PARTY_CELL,
        RESIDENTIAL_AREA,
        ENTERPRISE,
        ARMED_FORCE,
        MASS_ORGANISATION,
        SCHOOL,
        OTHER
    }

    /** Sắp xếp đơn vị. */
    public enum SuccessionType {
        CREATED,
        RENAMED,
        MOVED,
        MERGED,
        SPLIT,
        DISSOLVED
    }

    /** Mô hình mới, duy trì, nâng cấp. A replica is never typed: the platform registers it when a target adopts it. */
    public enum Origin {
        NEW,
        RUNNING,
        UPGRADED
    }

    /** Hình thức khen thưởng; {@link #KHEN_THUONG} when a source does not state the form. */
    public enum Form {
        GIAY_KHEN,
        BANG_KHEN,
        BIEU_DUONG,
        GIAY_CHUNG_NHAN,
        CO_THI_DUA,
        KY_NIEM_CHUONG,
        KHEN_THUONG
    }

    /** Hệ thống khen thưởng: of the Party, of the State, or not stated. */
    public enum Track {
        PARTY,
        STATE,
        UNKNOWN
    }

    /** Commended for the model itself or for leading the movement. */
    public enum Category {
        MODEL,
        MOVEMENT
    }

    /** What completes a step of a programme. */
    public enum CompletedBy {
        REGISTRATION,
        PERSON,
        EVALUATION,
        RECOGNITION
    }

    /** What a programme wants before a recognition. */
    public enum RecognitionRequires {
        EVALUATED,
        NOTHING
    }

    /** Hủy bỏ: never valid; chấm dứt: until a day. */
    public enum Effect {
        ANNULLED,
        ENDED
    }

    /** Of a yearly review: duy trì, nhân lên, cần củng cố, dừng, kết thúc. */
    public enum Outcome {
        MAINTAINED,
        STRENGTHENED,
        TO_BE_CONSOLIDATED,
        STOPPED,
        ENDED
    }

    /** How often a case's owners report. */
    @EnumNaming(LowerCaseStrategy.class)
    public enum Every {
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    private Vocabulary() {}
}

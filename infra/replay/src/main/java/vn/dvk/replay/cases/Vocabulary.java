package vn.dvk.replay.cases;

import java.util.Locale;

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

    /** How often a case's owners report. */
    public enum Every {
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** What a published figure may count. */
    public enum Measure {
        REGISTERED,
        SUBMITTED,
        RETURNED,
        WITHDRAWN,
        STEP_COMPLETED,
        REPORTED,
        INSPECTED,
        EVALUATED,
        RECOGNIZED,
        REFUSED,
        AWARDED,
        REPLICATION_STARTED,
        REPLICATED,
        REPLICATED_SOURCES,
        UNITS_REGISTERING,
        REGISTRATION_RATE
    }

    /** What comparing a figure may end in. */
    public enum FigureVerdict {
        MATCH,
        MISMATCH,
        NOT_CHECKABLE
    }

    /** What checking an identity may end in. */
    public enum IdentityVerdict {
        HOLDS,
        FAILS,
        NOT_CHECKABLE
    }

    private Vocabulary() {}

    /** How the word stands in case files and on the wire: measures, verdicts and rhythms small and hyphenated. */
    public static String spelled(Enum<?> word) {
        return switch (word) {
            case Measure _, FigureVerdict _, IdentityVerdict _, Every _ ->
                word.name().toLowerCase(Locale.ROOT).replace('_', '-');
            default -> word.name();
        };
    }
}

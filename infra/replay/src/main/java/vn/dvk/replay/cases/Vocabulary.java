package vn.dvk.replay.cases;

import tools.jackson.databind.EnumNamingStrategies.LowerCaseStrategy;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * The closed lists of words that a case and the platform's HTTP contract share, spelled as on the wire. Levels, tracks, forms
 * and kinds of unit are not among them: they are terms, and a case may bring its own.
 */
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
        UPGRADED,
        REPLICA
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

    /** What is pending: kỷ luật, thanh tra, kiểm tra, khiếu nại, tố cáo. */
    public enum HoldKind {
        DISCIPLINE,
        INSPECTION,
        COMPLAINT
    }

    /** How often a case's owners report. */
    @EnumNaming(LowerCaseStrategy.class)
    public enum Every {
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** The calendar period on which a programme wants a report. */
    public enum Period {
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR
    }

    /** What a story may ask. */
    @EnumNaming(LowerCaseStrategy.class)
    public enum Question {
        /** What became of the reports that were due on a model. */
        REPORTS,
        /** Who should have registered, and who has not. */
        TARGETS,
        /** The register of decisions of an issuer and a year. */
        DECISIONS,
        /** How far a model has spread. */
        COVERAGE,
        /** How far a model's first goal has come. */
        GOALS,
        /** What has changed in a table since a mark. */
        CHANGES,
        /** What has to add up in a table, and does not. */
        IDENTITIES,
        /** What a paper of the story would do, before it is told. */
        PREVIEW
    }

    private Vocabulary() {}
}

package vn.dvk.evaluation.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.evaluation.domain.inspection.InspectionCommand;
import vn.dvk.evaluation.domain.inspection.InspectionDecider;
import vn.dvk.evaluation.domain.inspection.InspectionEvent;
import vn.dvk.evaluation.domain.inspection.InspectionState;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessDecider;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.progressreport.ProgressReportCommand;
import vn.dvk.evaluation.domain.progressreport.ProgressReportDecider;
import vn.dvk.evaluation.domain.progressreport.ProgressReportEvent;
import vn.dvk.evaluation.domain.progressreport.ProgressReportState;
import vn.dvk.evaluation.domain.review.ReviewCommand;
import vn.dvk.evaluation.domain.review.ReviewDecider;
import vn.dvk.evaluation.domain.review.ReviewEvent;
import vn.dvk.evaluation.domain.review.ReviewState;
import vn.dvk.evaluation.domain.rubric.RubricCommand;
import vn.dvk.evaluation.domain.rubric.RubricDecider;
import vn.dvk.evaluation.domain.rubric.RubricEvent;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.evaluation.events.StoredTypes;
import vn.dvk.evaluation.events.published.InspectionPublisher;
import vn.dvk.evaluation.events.published.ProcessPublisher;
import vn.dvk.evaluation.events.published.ProgressReportPublisher;
import vn.dvk.evaluation.events.published.ReviewPublisher;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.kit.stream.StreamKind.AtMostOne;
import vn.dvk.kit.stream.Streams;
import vn.dvk.service.IndexInitializer;

/** The kinds of stream of this service, and the indexes its lists use. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    private static final String TOPIC = "dvk.evaluation.v1";
    /** One stream per model; its id is the model's. */
    @Bean
    Streams<ProcessCommand, ProcessState, ProcessEvent> processes(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "processes",
                        here.source("evaluation"),
                        TOPIC,
                        "",
                        new ProcessDecider(),
                        StoredTypes.PROCESS,
                        ProcessView::of,
                        AtMostOne.of(ProcessPublisher::publish)),
                database,
                relay);
    }

    /** One stream per report; its id is made of the model's and the request's key. */
    @Bean
    Streams<ProgressReportCommand, ProgressReportState, ProgressReportEvent> progressReports(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "progress_reports",
                        here.source("evaluation"),
                        TOPIC,
                        "",
                        new ProgressReportDecider(),
                        StoredTypes.PROGRESS_REPORT,
                        EntryView::of,
                        AtMostOne.of(ProgressReportPublisher::publish)),
                database,
                relay);
    }

    /** One stream per inspection; its id is made of the model's and the request's key. */
    @Bean
    Streams<InspectionCommand, InspectionState, InspectionEvent> inspections(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "inspections",
                        here.source("evaluation"),
                        TOPIC,
                        "",
                        new InspectionDecider(),
                        StoredTypes.INSPECTION,
                        EntryView::of,
                        AtMostOne.of(InspectionPublisher::publish)),
                database,
                relay);
    }

    /** One stream per model and year; its id is made of both. */
    @Bean
    Streams<ReviewCommand, ReviewState, ReviewEvent> reviews(Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "reviews",
                        here.source("evaluation"),
                        TOPIC,
                        "",
                        new ReviewDecider(),
                        StoredTypes.REVIEW,
                        EntryView::of,
                        AtMostOne.of(ReviewPublisher::publish)),
                database,
                relay);
    }

    /** One stream per programme; its id is the programme's code. Private: nothing of it is published. */
    @Bean
    Streams<RubricCommand, Rubrics, RubricEvent> rubrics(Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "rubrics",
                        here.source("evaluation"),
                        TOPIC,
                        "rubrics:",
                        new RubricDecider(),
                        StoredTypes.RUBRIC,
                        _ -> Map.of(),
                        (_, _) -> List.of()),
                database,
                relay);
    }

    @Bean
    Programmes programmes(MongoDatabase database) {
        return new Programmes(database.getCollection("programmes"));
    }

    @Bean
    IndexInitializer indexes(
            Streams<ProcessCommand, ProcessState, ProcessEvent> processes,
            Streams<ProgressReportCommand, ProgressReportState, ProgressReportEvent> progressReports,
            Streams<InspectionCommand, InspectionState, InspectionEvent> inspections,
            Streams<ReviewCommand, ReviewState, ReviewEvent> reviews) {
        return () -> {
            var documents = processes.documents();
            documents.createIndex(new Document("view.programme", 1)
                    .append("view.unit", 1)
                    .append("view.state", 1)
                    .append("_id", 1));
            documents.createIndex(new Document("view.unit", 1).append("_id", 1));
            // Only what is open and has a deadline has this field, so the index holds what can be overdue.
            documents.createIndex(new Document("view.nextDue", 1), new IndexOptions().sparse(true));
            var latestOfModel =
                    new Document("view.model", 1).append("view.on", -1).append("_id", -1);
            progressReports.documents().createIndex(latestOfModel);
            inspections.documents().createIndex(latestOfModel);
            reviews.documents().createIndex(latestOfModel);
        };
    }
}

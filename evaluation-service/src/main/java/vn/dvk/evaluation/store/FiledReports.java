package vn.dvk.evaluation.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.evaluation.domain.progressreport.ExpectedReport.Filed;
import vn.dvk.evaluation.domain.progressreport.ProgressReportCommand;
import vn.dvk.evaluation.domain.progressreport.ProgressReportEvent;
import vn.dvk.evaluation.domain.progressreport.ProgressReportState;
import vn.dvk.kit.stream.Streams;

/** Which reports there are on models, without what they say. */
@Component
public class FiledReports {

    private final Streams<ProgressReportCommand, ProgressReportState, ProgressReportEvent> reports;

    FiledReports(Streams<ProgressReportCommand, ProgressReportState, ProgressReportEvent> reports) {
        this.reports = reports;
    }

    /** All of each model's, for any number of models with one read: ten years of monthly reports are 120. */
    public Map<String, List<Filed>> of(Collection<String> models) {
        var filed = new HashMap<String, List<Filed>>();
        reports.documents()
                .find(Filters.in("view.model", models))
                .projection(Projections.include("view"))
                .forEach(document -> {
                    var view = document.get("view", Document.class);
                    filed.computeIfAbsent(view.getString("model"), _ -> new ArrayList<>())
                            .add(new Filed(
                                    document.getString("_id"), day(view, "from"), day(view, "to"), day(view, "on")));
                });
        return filed;
    }

    public List<Filed> of(String model) {
        return of(List.of(model)).getOrDefault(model, List.of());
    }

    private static LocalDate day(Document view, String field) {
        return LocalDate.parse(view.getString(field));
    }
}

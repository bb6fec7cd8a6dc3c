package vn.dvk.evaluation.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.dvk.evaluation.domain.process.ProcessCommand;
import vn.dvk.evaluation.domain.process.ProcessEvent;
import vn.dvk.evaluation.domain.process.ProcessState;
import vn.dvk.evaluation.domain.rubric.RubricCommand;
import vn.dvk.evaluation.domain.rubric.RubricEvent;
import vn.dvk.evaluation.domain.rubric.Rubrics;
import vn.dvk.kit.stream.Streams;

/** Finds the rubrics of the programmes that models belong to: what comes into a decision from another stream. */
@Component
public class ApplicableRubrics {

    private final Streams<ProcessCommand, ProcessState, ProcessEvent> processes;
    private final Streams<RubricCommand, Rubrics, RubricEvent> rubrics;

    ApplicableRubrics(
            Streams<ProcessCommand, ProcessState, ProcessEvent> processes,
            Streams<RubricCommand, Rubrics, RubricEvent> rubrics) {
        this.processes = processes;
        this.rubrics = rubrics;
    }

    /**
     * The rubrics by model, for any number of models with one read and one more per programme.
     *
     * @return nothing for models that are not known here; the decision on them says so
     */
    public Map<String, Rubrics> of(Collection<String> models) {
        var byProgramme = new HashMap<String, Rubrics>();
        var byModel = new HashMap<String, Rubrics>();
        processes
                .documents()
                .find(Filters.in("_id", models))
                .projection(Projections.include("view.programme"))
                .forEach(document -> {
                    var programme = document.get("view", new Document()).getString("programme");
                    byModel.put(document.getString("_id"), byProgramme.computeIfAbsent(programme, this::released));
                });
        return byModel;
    }

    public Rubrics of(String model) {
        return of(List.of(model)).getOrDefault(model, Rubrics.NONE);
    }

    public Rubrics released(String programme) {
        return rubrics.find(programme).map(found -> found.state()).orElse(Rubrics.NONE);
    }
}

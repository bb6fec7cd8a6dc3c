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
import vn.dvk.evaluation.domain.review.GivenUp;
import vn.dvk.evaluation.domain.review.ReviewCommand;
import vn.dvk.evaluation.domain.review.ReviewEvent;
import vn.dvk.evaluation.domain.review.ReviewState;
import vn.dvk.kit.stream.Streams;

/** Which reviews of models were entered, as far as they say whether a model goes on. */
@Component
public class EnteredReviews {

    private final Streams<ReviewCommand, ReviewState, ReviewEvent> reviews;

    EnteredReviews(Streams<ReviewCommand, ReviewState, ReviewEvent> reviews) {
        this.reviews = reviews;
    }

    /** All of each model's, one a year, for any number of models with one read. */
    public Map<String, List<GivenUp.Said>> of(Collection<String> models) {
        var said = new HashMap<String, List<GivenUp.Said>>();
        reviews.documents()
                .find(Filters.in("view.model", models))
                .projection(Projections.include("view"))
                .forEach(document -> {
                    var view = document.get("view", Document.class);
                    said.computeIfAbsent(view.getString("model"), _ -> new ArrayList<>())
                            .add(new GivenUp.Said(
                                    LocalDate.parse(view.getString("on")),
                                    view.getInteger("period"),
                                    view.getBoolean("givesUp", false)));
                });
        return said;
    }

    public List<GivenUp.Said> of(String model) {
        return of(List.of(model)).getOrDefault(model, List.of());
    }
}

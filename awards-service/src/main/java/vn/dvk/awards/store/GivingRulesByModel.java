package vn.dvk.awards.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvk.awards.domain.Amounts;
import vn.dvk.awards.domain.AwardWords;
import vn.dvk.awards.domain.GivingRules;
import vn.dvk.awards.domain.SeveralForms;
import vn.dvk.awards.store.Affiliations.Affiliation;

/** How awards are given to models: as the installation has settled it, unless the model's programme says otherwise. */
@Component
public class GivingRulesByModel {

    private final Affiliations affiliations;
    private final Directory directory;
    private final AwardSettings settings;

    GivingRulesByModel(Affiliations affiliations, Directory directory, AwardSettings settings) {
        this.affiliations = affiliations;
        this.directory = directory;
        this.settings = settings;
    }

    /** The rules of some models; strict for one that nobody knows. */
    @FunctionalInterface
    public interface Found {
        GivingRules of(String model);
    }

    /** In two reads. */
    public GivingRules of(String model, AwardWords words) {
        return of(affiliations.of(List.of(model)), words).of(model);
    }

    /** In two reads. */
    public Found of(Collection<String> models, AwardWords words) {
        return of(affiliations.of(models), words);
    }

    /** In one read. */
    public Found of(Map<String, Affiliation> byModel, AwardWords words) {
        var programmes = directory.programmes(codes(byModel.values()));
        return model -> {
            var affiliation = byModel.get(model);
            if (affiliation == null) {
                return new GivingRules(SeveralForms.NEVER, Amounts.NONE, words);
            }
            var programme = programmes.get(affiliation.programme());
            var own = programme == null ? null : programme.severalForms();
            return new GivingRules(
                    own == null ? settings.severalForms() : own,
                    settings.amounts(),
                    words,
                    programme == null ? null : programme.historicUntil());
        };
    }

    private static List<String> codes(Collection<Affiliation> affiliations) {
        return affiliations.stream().map(Affiliation::programme).distinct().toList();
    }
}

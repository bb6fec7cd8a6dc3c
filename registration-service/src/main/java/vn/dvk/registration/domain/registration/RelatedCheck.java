package vn.dvk.registration.domain.registration;

import static vn.dvk.registration.domain.RegistrationReason.CHAIN_CYCLE;
import static vn.dvk.registration.domain.RegistrationReason.CODE_TWICE;
import static vn.dvk.registration.domain.RegistrationReason.CONTINUES_IS_NOT_NEW;
import static vn.dvk.registration.domain.RegistrationReason.CONTINUES_ITSELF;
import static vn.dvk.registration.domain.RegistrationReason.CONTINUES_LATER;
import static vn.dvk.registration.domain.RegistrationReason.CONTINUES_SAME_PROGRAMME;
import static vn.dvk.registration.domain.RegistrationReason.LEAD_IS_THE_UNIT;
import static vn.dvk.registration.domain.RegistrationReason.LEAD_MISSING;
import static vn.dvk.registration.domain.RegistrationReason.MODEL_NOT_REGISTERED;
import static vn.dvk.registration.domain.RegistrationReason.MODEL_UNKNOWN;
import static vn.dvk.registration.domain.RegistrationReason.REPLICA_OF_ITSELF;
import static vn.dvk.registration.domain.RegistrationReason.SHARES_INCOMPLETE;
import static vn.dvk.registration.domain.RegistrationReason.TWO_LEADS;
import static vn.dvk.registration.domain.RegistrationReason.UNIT_NOT_ALIVE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dvk.kit.decide.Refusal.Fault;

/** What there is against the other entries and units that a form names. */
final class RelatedCheck {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    private RelatedCheck() {}

    /** One lead, which is the form's unit; nobody twice; shares of all or of none, that make a whole. */
    static List<Fault> owners(Form form) {
        var owners = form.owners();
        var faults = new ArrayList<Fault>();
        if (owners.isEmpty()) {
            return faults;
        }
        var leads = 0;
        var units = new HashSet<String>();
        for (var i = 0; i < owners.size(); i++) {
            var owner = owners.get(i);
            var field = "owners[" + i + "].";
            if (!units.add(owner.unit())) {
                faults.add(Fault.of(field + "unit", CODE_TWICE, owner.unit()));
            }
            if (owner.leads() && ++leads > 1) {
                faults.add(Fault.of(field + "role", TWO_LEADS, owner.unit()));
            } else if (owner.leads() && !owner.unit().equals(form.unit())) {
                faults.add(Fault.of(field + "unit", LEAD_IS_THE_UNIT, owner.unit(), form.unit()));
            }
        }
        if (leads == 0) {
            faults.add(Fault.of("owners", LEAD_MISSING, form.unit()));
        }
        faults.addAll(shares(owners));
        return faults;
    }

    private static List<Fault> shares(List<Owner> owners) {
        if (owners.stream().allMatch(owner -> owner.share() == null)) {
            return List.of();
        }
        for (var i = 0; i < owners.size(); i++) {
            var share = owners.get(i).share();
            if (share == null || share.signum() <= 0) {
                return List.of(Fault.of("owners[" + i + "].share", SHARES_INCOMPLETE, "0"));
            }
        }
        var sum =
                owners.stream().map(Owner::share).map(Objects::requireNonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(WHOLE) == 0
                ? List.of()
                : List.of(Fault.of("owners", SHARES_INCOMPLETE, sum.toPlainString()));
    }

    /**
     * @param fresh        the fields that are new
     * @param registeredOn the entry's own day, if it has one
     */
    static List<Fault> faults(
            @Nullable String id, Form form, Set<String> fresh, Related related, LocalDate registeredOn) {
        var faults = new ArrayList<Fault>();
        if (fresh.contains("owners")) {
            faults.addAll(absent(form, related, registeredOn));
        }
        if (fresh.contains("continues") || fresh.contains("origin")) {
            continues(id, form, related, registeredOn).ifPresent(faults::add);
        }
        // Of a replication awards has told: its source is theirs to know.
        if (fresh.contains("replicaOf") && form.replication() == null) {
            replicaOf(id, form, related).ifPresent(faults::add);
        }
        return faults;
    }

    /** Co-owners that are not there on the day; the lead is looked at as the form's unit. */
    private static List<Fault> absent(Form form, Related related, LocalDate on) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < form.owners().size(); i++) {
            var owner = form.owners().get(i);
            if (!owner.leads() && !related.units().contains(owner.unit())) {
                faults.add(Fault.of("owners[" + i + "].unit", UNIT_NOT_ALIVE, owner.unit(), on));
            }
        }
        return faults;
    }

    private static Optional<Fault> continues(@Nullable String id, Form form, Related related, LocalDate on) {
        var earlier = form.continues();
        if (earlier == null) {
            return Optional.empty();
        }
        if (form.origin() == Form.Origin.NEW) {
            return Optional.of(Fault.of("origin", CONTINUES_IS_NOT_NEW, earlier));
        }
        if (earlier.equals(id)) {
            return Optional.of(Fault.of("continues", CONTINUES_ITSELF, earlier));
        }
        var entry = related.entries().get(earlier);
        if (entry == null) {
            return Optional.of(Fault.of("continues", MODEL_UNKNOWN, earlier));
        }
        if (id != null && related.above().contains(id)) {
            return Optional.of(Fault.of("continues", CHAIN_CYCLE, entry.code()));
        }
        if (entry.registeredOn() == null || entry.voided()) {
            return Optional.of(Fault.of("continues", MODEL_NOT_REGISTERED, entry.code()));
        }
        if (entry.programme().equals(form.programme())) {
            return Optional.of(Fault.of("continues", CONTINUES_SAME_PROGRAMME, entry.code(), entry.programme()));
        }
        // Strictly earlier, so that no two corrections at one time can make a ring.
        return entry.registeredOn().isBefore(on)
                ? Optional.empty()
                : Optional.of(Fault.of("continues", CONTINUES_LATER, entry.code(), entry.registeredOn(), on));
    }

    private static Optional<Fault> replicaOf(@Nullable String id, Form form, Related related) {
        var source = form.replicaOf();
        if (source == null) {
            return Optional.empty();
        }
        if (source.equals(id)) {
            return Optional.of(Fault.of("replicaOf", REPLICA_OF_ITSELF, source));
        }
        var entry = related.entries().get(source);
        if (entry == null) {
            return Optional.of(Fault.of("replicaOf", MODEL_UNKNOWN, source));
        }
        return entry.registeredOn() == null || entry.voided()
                ? Optional.of(Fault.of("replicaOf", MODEL_NOT_REGISTERED, entry.code()))
                : Optional.empty();
    }
}

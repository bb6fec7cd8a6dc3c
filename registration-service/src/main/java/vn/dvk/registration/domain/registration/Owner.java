package vn.dvk.registration.domain.registration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit that a model belongs to (đơn vị chủ trì, đơn vị phối hợp).
 *
 * @param share in percent, above 0; of one model either every owner has one, and they make 100, or none
 */
public record Owner(String unit, Role role, @Nullable BigDecimal share) {

    /** What it is to the model. */
    public enum Role {
        /** Leads it: what is counted counts here. There is one, and it is the form's unit. */
        LEAD,
        /** Takes part (phối hợp), which is a figure of its own. */
        CO_OWNER
    }

    public Owner {
        share = share == null ? null : plain(share);
    }

    /** So that 40 and 40.0 are one share. */
    private static BigDecimal plain(BigDecimal share) {
        var stripped = share.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    boolean leads() {
        return role == Role.LEAD;
    }

    /** As they are when the lead goes from one unit to another: its share goes with it, also to one that took part before. */
    static List<Owner> handedOver(List<Owner> owners, String from, String to) {
        var shares = owners.stream()
                .filter(owner -> owner.leads() && owner.unit().equals(from)
                        || owner.unit().equals(to))
                .flatMap(owner -> Stream.ofNullable(owner.share()))
                .toList();
        var left = new ArrayList<Owner>();
        for (var owner : owners) {
            if (owner.leads() && owner.unit().equals(from)) {
                var share = shares.isEmpty() ? null : shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                left.add(new Owner(to, Role.LEAD, share));
            } else if (!owner.unit().equals(to)) {
                left.add(owner);
            }
        }
        return List.copyOf(left);
    }

    /**
     * As they are when one that took part, and took over the lead by a merger that never was, takes part again: with the
     * share it had. Owners that have been said anew since, so that it does not fit any more, stay.
     */
    static List<Owner> givenBack(List<Owner> owners, Owner partner) {
        var left = new ArrayList<Owner>();
        var back = false;
        for (var owner : owners) {
            if (owner.unit().equals(partner.unit())) {
                return owners;
            }
            var rest = owner.leads() ? owner.without(partner.share()) : null;
            left.add(rest == null ? owner : rest);
            back |= rest != null;
        }
        if (!back) {
            return owners;
        }
        left.add(partner);
        return List.copyOf(left);
    }

    /** Null if that share is not in its own, or only one of the two has any. */
    private @Nullable Owner without(@Nullable BigDecimal other) {
        if (share == null || other == null) {
            return share == null && other == null ? this : null;
        }
        return share.compareTo(other) > 0 ? new Owner(unit, role, share.subtract(other)) : null;
    }
}

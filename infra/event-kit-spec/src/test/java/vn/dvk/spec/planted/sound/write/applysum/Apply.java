package vn.dvk.spec.planted.sound.write.applysum;

import vn.dvk.spec.planted.annotations.Allowed;
import vn.dvk.spec.planted.annotations.PostMapping;
import vn.dvk.spec.planted.sound.domain.Sum;

class Apply {

    @PostMapping
    @Allowed
    long apply(Sum sum) {
        return sum.amount();
    }
}

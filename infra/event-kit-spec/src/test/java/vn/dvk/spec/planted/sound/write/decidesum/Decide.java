package vn.dvk.spec.planted.sound.write.decidesum;

import vn.dvk.spec.planted.sound.domain.Sum;

class Decide {

    boolean decide(Sum sum) {
        return sum.amount() > 0;
    }
}

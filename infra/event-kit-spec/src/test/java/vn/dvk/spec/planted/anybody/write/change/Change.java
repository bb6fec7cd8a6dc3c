package vn.dvk.spec.planted.anybody.write.change;

import vn.dvk.spec.planted.annotations.PostMapping;
import vn.dvk.spec.planted.annotations.RequestMapping;

class Change {

    @PostMapping
    void post() {}

    @RequestMapping
    void any() {}
}

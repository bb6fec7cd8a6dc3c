package vn.dvk.spec.planted.sound.read.sums;

import vn.dvk.spec.planted.sound.read.Page;
import vn.dvk.spec.planted.sound.store.Sums;

record SumsController(Page page, Sums sums) {}

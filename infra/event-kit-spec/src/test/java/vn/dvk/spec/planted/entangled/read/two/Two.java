package vn.dvk.spec.planted.entangled.read.two;

import vn.dvk.spec.planted.entangled.write.one.One;

record Two(One one) {}

package vn.dvk.spec.planted.misplaced.domain;

record Rule(String what) {}

package vn.dvk.spec.planted.unmarked;

record Unmarked(String what) {}

package vn.dvk.spec.planted.silent;

record Silent(String what) {}

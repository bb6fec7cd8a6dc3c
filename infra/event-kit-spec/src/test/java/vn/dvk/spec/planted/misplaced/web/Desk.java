package vn.dvk.spec.planted.misplaced.web;

record Desk(String what) {}

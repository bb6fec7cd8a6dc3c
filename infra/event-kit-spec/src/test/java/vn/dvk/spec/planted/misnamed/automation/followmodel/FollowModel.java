package vn.dvk.spec.planted.misnamed.automation.followmodel;

record FollowModel(String what) {}

package vn.dvk.spec.planted.impure.domain;

import org.bson.Document;

record StoredSum(Document document) {}

package vn.dvk.spec.planted.sound.automation.whensumstated;

import vn.dvk.kit.intake.EventHandler;
import vn.dvk.spec.planted.sound.events.consumed.SumStated;
import vn.dvk.spec.planted.sound.store.Sums;

record ApplyStatement(SumStated stated, EventHandler handler, Sums sums) {}

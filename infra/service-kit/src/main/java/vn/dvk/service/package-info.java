/**
 * What every service has: its store, its relay, its intake, and the settings of both.
 *
 * <p>A service on this kit declares its {@link vn.dvk.kit.stream.Streams} and its {@link
 * vn.dvk.kit.intake.EventHandler}s as beans, says {@code dvk.service} and {@code dvk.reads} in its configuration, and
 * imports {@code classpath:dvk-service.yaml}. The rest is wired by {@link vn.dvk.service.ServiceKit}.
 */
@NullMarked
package vn.dvk.service;

import org.jspecify.annotations.NullMarked;

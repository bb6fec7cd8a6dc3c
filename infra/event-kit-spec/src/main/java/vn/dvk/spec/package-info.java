/**
 * How services on the kit are tested: given/when/then for deciders ({@link vn.dvk.spec.Specification}), a running
 * service on a real broker and store, the rules of the architecture ({@link vn.dvk.spec.Architecture}), and the event
 * contracts ({@link vn.dvk.spec.contract.Contracts}).
 *
 * <h2>The harness: a running service, seen from outside</h2>
 *
 * <pre>{@code
 * class AwardTest {
 *     private static final RunningService SERVICE = RunningService.shared(AwardsApplication.class);
 *     private static final Topic OURS = Topic.named("dvk.awards.v1");
 *     private final String model = UUID.randomUUID().toString();
 *
 *     @Test
 *     void a_registered_model_can_be_given_an_award() {
 *         Topic.publish(SampleEvent.minimal("vn.dvk.registration.model-registered.v1").about(model).at(2));
 *         SERVICE.awaitCaughtUp();
 *
 *         SERVICE.as("AUTHORITY@NA").post("/api/v1/models/" + model + "/awards", award).is(201);
 *         SERVICE.as("VIEWER").language("en").post(path, award).is(403, "not-allowed").inLanguage("en");
 *
 *         SampleEvent.CONTRACTS.assertValid("vn.dvk.awards.award-granted.v1", OURS.awaitEvents(model, 1).getFirst().body());
 *     }
 * }
 * }</pre>
 *
 * <p>{@link vn.dvk.spec.RunningService#start} starts one of its own, {@link vn.dvk.spec.RunningService#another} a second
 * instance of it. {@link vn.dvk.spec.StoredEvents} pins what is on disk, {@link vn.dvk.spec.MessageCatalog} checks the
 * texts; both are one line in a service's test.
 */
@NullMarked
package vn.dvk.spec;

import org.jspecify.annotations.NullMarked;

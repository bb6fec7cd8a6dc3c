package vn.dvk.registration.store;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvk.kit.envelope.Installation;
import vn.dvk.kit.relay.Relay;
import vn.dvk.kit.stream.StreamKind;
import vn.dvk.kit.stream.StreamKind.AtMostOne;
import vn.dvk.kit.stream.Streams;
import vn.dvk.registration.domain.programme.Programme;
import vn.dvk.registration.domain.programme.ProgrammeCommand;
import vn.dvk.registration.domain.programme.ProgrammeDecider;
import vn.dvk.registration.domain.programme.ProgrammeEvent;
import vn.dvk.registration.domain.registration.Registration;
import vn.dvk.registration.domain.registration.RegistrationCommand;
import vn.dvk.registration.domain.registration.RegistrationDecider;
import vn.dvk.registration.domain.registration.RegistrationEvent;
import vn.dvk.registration.domain.term.Term;
import vn.dvk.registration.domain.term.TermCommand;
import vn.dvk.registration.domain.term.TermDecider;
import vn.dvk.registration.domain.term.TermEvent;
import vn.dvk.registration.events.StoredTypes;
import vn.dvk.registration.events.published.ProgrammePublisher;
import vn.dvk.registration.events.published.RegistrationPublisher;
import vn.dvk.registration.events.published.TermPublisher;

/** Three of the four kinds of stream of this service; the fourth is the {@link StructureStream}, of which there is one. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    @Bean
    Streams<TermCommand, Term, TermEvent> terms(Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "terms",
                        here.source("directory"),
                        "dvk.directory.v1",
                        "term:",
                        new TermDecider(),
                        StoredTypes.TERM,
                        Views::term,
                        AtMostOne.of(TermPublisher::publish)),
                database,
                relay);
    }

    @Bean
    Streams<ProgrammeCommand, Programme, ProgrammeEvent> programmes(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "programmes",
                        here.source("directory"),
                        "dvk.directory.v1",
                        "programme:",
                        new ProgrammeDecider(),
                        StoredTypes.PROGRAMME,
                        Views::programme,
                        AtMostOne.of(ProgrammePublisher::publish)),
                database,
                relay);
    }

    @Bean
    Streams<RegistrationCommand, Registration, RegistrationEvent> registrations(
            Installation here, MongoDatabase database, Relay relay) {
        return new Streams<>(
                new StreamKind<>(
                        "registrations",
                        here.source("registration"),
                        "dvk.registration.v1",
                        "",
                        new RegistrationDecider(),
                        StoredTypes.REGISTRATION,
                        Views::registration,
                        AtMostOne.of(RegistrationPublisher::publish),
                        RegistrationPublisher::idOf),
                database,
                relay);
    }
}

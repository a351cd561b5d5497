package org.gonghui.aid.lead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.testing.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HighOutOfPocketTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Inject HighOutOfPocket highOutOfPocket;
  @Inject Leads leads;
  private KafkaProducer<String, String> producer;

  @BeforeEach
  void open() {
    var text = new StringSerializer();
    producer =
        new KafkaProducer<>(Map.of("bootstrap.servers", TestKafka.bootstrapServers()), text, text);
  }

  @AfterEach
  void close() {
    producer.close();
  }

  @Test
  void the_event_opens_one_lead_however_often_it_comes_and_in_whatever_order() {
    var people = List.of(aPerson(), aPerson(), aPerson());
    var events = new ArrayList<ProducerRecord<String, String>>();
    for (var person : people) {
      var id = UUID.randomUUID();
      for (var copy = 0; copy < 100; copy++) {
        events.add(event(copy % 2 == 0 ? id : UUID.randomUUID(), person, 2017));
      }
    }
    Collections.shuffle(events, new Random(7));

    events.forEach(producer::send);
    sendAndAwaitLast();

    for (var person : people) {
      assertThat(leadsOf(person)).hasSize(1);
      assertThat(signalsOf(person)).hasSize(1);
    }
  }

  @Test
  void another_year_joins_the_open_lead() {
    var person = aPerson();

    producer.send(event(UUID.randomUUID(), person, 2016));
    producer.send(event(UUID.randomUUID(), person, 2017));
    sendAndAwaitLast();

    assertThat(leadsOf(person)).hasSize(1);
    assertThat(signalsOf(person)).hasSize(2);
  }

  @Test
  void after_an_outcome_another_year_opens_a_new_lead() {
    var person = aPerson();
    producer.send(event(UUID.randomUUID(), person, 2016));
    sendAndAwaitLast();
    QuarkusTransaction.requiringNew().run(() -> closeLeadOf(person));

    producer.send(event(UUID.randomUUID(), person, 2016));
    producer.send(event(UUID.randomUUID(), person, 2017));
    sendAndAwaitLast();

    assertThat(leadsOf(person))
        .extracting(Lead::status)
        .containsExactly(LeadStatus.NOT_NEEDED, LeadStatus.OPEN);
  }

  private void closeLeadOf(PersonKey person) {
    var lead = leads.findLive(person).orElseThrow();
    lead.assignTo("wang");
    var now = lead.openedAt();
    leads.add(lead.contact(ContactAttempt.Channel.PHONE, true, "wang", now));
    assertThat(lead.close(LeadStatus.NOT_NEEDED, "no need", "wang", List.of(), now).outcome())
        .isEqualTo(LeadStatus.NOT_NEEDED);
  }

  /**
   * The topic's only partition keeps the order: once the last has its lead, all have been taken.
   */
  private void sendAndAwaitLast() {
    var last = aPerson();
    producer.send(event(UUID.randomUUID(), last, 2017));
    await().atMost(PATIENCE).until(() -> !leadsOf(last).isEmpty());
  }

  private List<Lead> leadsOf(PersonKey person) {
    return QuarkusTransaction.requiringNew()
        .call(() -> leads.find("personKey = ?1 order by openedAt, id", person.value()).list());
  }

  private List<Signal> signalsOf(PersonKey person) {
    return QuarkusTransaction.requiringNew()
        .call(() -> leads.findLive(person).map(leads::signalsOf).orElseThrow());
  }

  private ProducerRecord<String, String> event(UUID id, PersonKey person, int year) {
    var data =
        """
        {"personKey": "%s", "area": "330602001", "planYear": %d, "rest": "48100.00", "at": "2017-06-01T04:00:00Z"}
        """
            .formatted(person, year);
    var record =
        new ProducerRecord<>(
            "gonghui.mutual-insurance.claim", 0, UUID.randomUUID().toString(), data);
    record.headers().add("ce_id", id.toString().getBytes(UTF_8));
    record.headers().add("ce_type", highOutOfPocket.type().getBytes(UTF_8));
    record.headers().add("ce_subject", UUID.randomUUID().toString().getBytes(UTF_8));
    record.headers().add("ce_time", "2017-06-01T04:00:00Z".getBytes(UTF_8));
    return record;
  }

  private static PersonKey aPerson() {
    return new PersonKey((UUID.randomUUID().toString() + UUID.randomUUID()).substring(0, 43));
  }
}

package org.gonghui.insurance.household;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Arrivals;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.testing.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The marks follow what aid tells of its households, as often as it tells it. */
@QuarkusTest
class HouseholdFilesTest {
  private final Arrivals books;
  private final PersonKeys keys;
  private final UUID file = UUID.randomUUID();
  private KafkaProducer<String, String> producer;

  HouseholdFilesTest(Arrivals books, PersonKeys keys) {
    this.books = books;
    this.keys = keys;
  }

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
  void the_mark_comes_with_activation_follows_the_persons_and_goes_with_the_exit() {
    var father = somebody();
    var mother = somebody();
    var son = somebody();

    tell("activated", "\"personKeys\": " + list(father, mother));
    awaitMarked(father, mother);

    tell("persons-changed", "\"joined\": %s, \"left\": %s".formatted(list(son), list(father)));
    awaitMarked(mother, son);

    tell("suspended", "\"personKeys\": " + list(mother, son) + ", \"on\": \"2017-03-01\"");
    awaitMarked();

    tell("resumed", "\"personKeys\": " + list(mother, son) + ", \"on\": \"2017-05-01\"");
    awaitMarked(mother, son);

    tell(
        "exited",
        "\"kind\": \"RELIEVED\", \"effectiveOn\": \"2017-06-01\", \"personKeys\": " + list(mother));
    awaitMarked();
  }

  @Test
  void somebody_in_two_households_stays_marked_until_both_are_gone_however_often_it_is_told() {
    var child = somebody();
    var other = UUID.randomUUID();
    tell("activated", "\"personKeys\": " + list(child));
    tell("activated", "\"personKeys\": " + list(child));
    tell(other, "activated", "\"personKeys\": " + list(child));
    await().atMost(Duration.ofSeconds(30)).until(() -> marks(child) == 2);
    assertThat(isUnionPaid(child)).isTrue();

    tell("exited", "\"kind\": \"ENDED\", \"effectiveOn\": \"2017-06-01\"");
    await().atMost(Duration.ofSeconds(30)).until(() -> marks(child) == 1);
    assertThat(isUnionPaid(child)).isTrue();

    tell(other, "exited", "\"kind\": \"ENDED\", \"effectiveOn\": \"2017-06-01\"");
    await().atMost(Duration.ofSeconds(30)).until(() -> marks(child) == 0);
    assertThat(isUnionPaid(child)).isFalse();
  }

  private void awaitMarked(PersonKey... people) {
    var expected = Arrays.stream(people).map(PersonKey::value).sorted().toList();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        books.texts(
                            "select m.person_key as t from union_paid_mark m join person p"
                                + " using (person_key) where file_id = ? and p.union_paid",
                            file))
                    .containsExactlyInAnyOrderElementsOf(expected));
  }

  private long marks(PersonKey person) {
    return books.count("select count(*) as n from union_paid_mark where person_key = ?", person);
  }

  private boolean isUnionPaid(PersonKey person) {
    return books.count(
            "select count(*) as n from person where person_key = ? and union_paid", person)
        == 1;
  }

  private PersonKey somebody() {
    var key = keys.of(Rosters.person());
    books.run(
        "insert into person (person_key, identity, name_index) values (?, ''::bytea, 'x')", key);
    return key;
  }

  private void tell(String what, String more) {
    tell(file, what, more);
  }

  private void tell(UUID about, String what, String more) {
    var record =
        new ProducerRecord<>(
            "gonghui.aid.household-file",
            about.toString(),
            "{\"fileId\": \"%s\", \"area\": \"330602001\", %s}".formatted(about, more));
    var heads =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_source",
            "/gonghui/aid",
            "ce_type",
            "org.gonghui.aid.household-file." + what + ".v1",
            "ce_subject",
            about.toString(),
            "ce_time",
            Instant.now().toString(),
            "content-type",
            "application/json");
    heads.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    var _ = producer.send(record);
  }

  private static String list(PersonKey... people) {
    return Arrays.stream(people)
        .map(person -> '"' + person.value() + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }
}

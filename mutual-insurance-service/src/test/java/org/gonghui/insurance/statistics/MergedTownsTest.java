package org.gonghui.insurance.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.BASE;
import static org.gonghui.kit.testing.TestCaller.a;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.identity.Role;
import org.junit.jupiter.api.Test;

/** Towns of 2017 were merged later; the figures of 2041 are written under the codes of 2017. */
@QuarkusTest
class MergedTownsTest {
  private static final LocalDate THEN = LocalDate.of(2017, 6, 1);
  private static final String MERGED = "&codesOn=2020-01-01";

  @Inject PayoutFixture payouts;
  @Inject Areas areas;

  @Test
  void towns_add_up_to_counties_and_the_city_by_the_codes_of_either_day() {
    var towns = areas.listTowns("3306", THEN);
    for (var i = 0; i < towns.size(); i++) {
      enrol(towns.get(i).code(), i + 1);
    }
    var all = towns.size() * (towns.size() + 1) / 2;

    assertThat(enrolled("3306", "")).isEqualTo(all);
    assertThat(enrolled("3306", MERGED)).isEqualTo(all);
    assertThat(townsOf("")).hasSize(towns.size());
    assertThat(townsOf(MERGED))
        .containsExactlyElementsOf(
            towns.stream()
                .map(town -> areas.currentCode(town.code(), LocalDate.of(2020, 1, 1)))
                .collect(Collectors.toCollection(TreeSet::new)));
    for (var codes : List.of("", MERGED)) {
      var counties = parts("3306", codes);
      assertThat(sum(counties)).isEqualTo(all);
      for (var i = 0; i < counties.getList("key").size(); i++) {
        var county = counties.getString("key[%d]".formatted(i));
        var heads = counties.getInt("enrolled[%d]".formatted(i));
        assertThat(sum(parts(county, codes))).as(county + codes).isEqualTo(heads);
        assertThat(enrolled(county, codes)).as(county + codes).isEqualTo(heads);
      }
    }
    rowsOfAMergedTownAddUp();
  }

  private void rowsOfAMergedTownAddUp() {
    var own = enrolled("330604113", "");
    var successor = areas.currentCode("330604113", LocalDate.of(2020, 1, 1));
    var merged = enrolled(successor, MERGED);
    var asWritten =
        areas.find(successor).orElseThrow().isValidOn(THEN) ? enrolled(successor, "") : 0;
    assertThat(merged).isEqualTo(own + asWritten);

    var summary = get("summary?year=2041&area=" + successor + MERGED);
    var link = summary.getString("rows.ENROLLED");
    var rows = a(Role.AUDITOR, "3306").request().get(link).then().statusCode(200).extract();
    assertThat(rows.<List<Integer>>path("items.count").stream().mapToInt(n -> n).sum())
        .isEqualTo(merged);
  }

  private TreeSet<String> townsOf(String codes) {
    return parts("3306", codes).<String>getList("key").stream()
        .flatMap(county -> parts(county, codes).<String>getList("key").stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int enrolled(String area, String codes) {
    return get("summary?year=2041&area=" + area + codes).getInt("enrolled");
  }

  private static JsonPath parts(String area, String codes) {
    return get("areas?year=2041&area=" + area + codes);
  }

  private static int sum(JsonPath parts) {
    return parts.<Integer>getList("enrolled").stream().mapToInt(n -> n).sum();
  }

  private static JsonPath get(String path) {
    return a(Role.AUDITOR, "3306")
        .request()
        .get(BASE + "/statistics/" + path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void enrol(String town, int heads) {
    payouts.run(
        """
        insert into enrolment_entry (due_id, plan_code, plan_year, area, employer, count)
        values (?, 'MEDICAL', 2041, ?, '91330600MA2A000160', ?)
        """,
        UUID.randomUUID(),
        town,
        heads);
  }
}

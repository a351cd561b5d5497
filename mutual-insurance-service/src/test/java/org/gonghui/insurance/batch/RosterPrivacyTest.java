package org.gonghui.insurance.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.person;
import static org.gonghui.insurance.batch.Rosters.submit;
import static org.gonghui.insurance.batch.Rosters.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.gonghui.insurance.contribution.Arrivals;
import org.junit.jupiter.api.Test;

/** What a stolen dump shows of a roster: nothing. */
@QuarkusTest
class RosterPrivacyTest {
  private static final int YEAR = 2017;
  private static final String NAME = "欧阳隐去";
  private static final String WRONG_NAME = "隐姓埋名9";
  private static final String PHONE = "13912345679";
  private static final String ACCOUNT = "6222020208765432109";

  private final Arrivals arrivals;

  RosterPrivacyTest(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  @Test
  void names_numbers_phones_and_accounts_are_nowhere_in_clear() {
    Rosters.backfillYear(YEAR);
    var employer = employer(YEAR, 1);
    var sound = person().number();
    var spoilt = person().number().substring(0, 17);
    var csv =
        "姓名,身份证号,手机号,银行卡号,开户行,免申授权,备注\n"
            + "%s,%s,%s,%s,工商银行,是,%s\n".formatted(NAME, sound, PHONE, ACCOUNT, NAME)
            + "%s,%s,%s1,%s#,工商银行,%s,\n".formatted(WRONG_NAME, spoilt, PHONE, ACCOUNT, NAME);
    var checked = upload(employer, YEAR, csv);
    submit(employer, checked).then().statusCode(202);
    arrivals.book(Arrivals.credit(NAME, Arrivals.reference(employer), "2016-12-28", "60.00"));

    var answer = clerk(employer).request().get(rows(checked)).asString();

    var secrets = List.of(NAME, WRONG_NAME, sound, spoilt, PHONE, ACCOUNT);
    assertThat(secrets).noneMatch(answer::contains);
    var written = Stream.concat(secrets.stream(), secrets.stream().map(RosterPrivacyTest::hex));
    for (var secret : written.toList()) {
      for (var table : tables()) {
        assertThat(
                arrivals.count(
                    "select count(*) as n from \"%s\" t where t::text like ?".formatted(table),
                    "%" + secret + "%"))
            .as("%s in %s", secret, table)
            .isZero();
      }
    }
  }

  private List<String> tables() {
    return arrivals.texts(
        "select table_name as t from information_schema.tables where table_schema = 'public'"
            + " and table_type = 'BASE TABLE'");
  }

  private static String rows(Response batch) {
    return BASE + "/enrolment-batches/" + batch.path("id") + "/rows";
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }
}

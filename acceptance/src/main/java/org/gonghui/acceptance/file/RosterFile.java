package org.gonghui.acceptance.file;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.gonghui.acceptance.people.Member;

/** A roster as a clerk saves it: CSV in UTF-8 with the handbook's headers. */
public final class RosterFile {
  private static final String HEADER = "序号,姓名,身份证号,手机号,入职日期,银行卡号,开户行,免申授权,首次参保日期";

  private RosterFile() {}

  public static byte[] of(Stream<Member> members) {
    var text = new StringBuilder(HEADER).append('\n');
    var no = new int[1];
    members.forEach(member -> text.append(++no[0]).append(',').append(row(member)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String row(Member member) {
    return String.join(
        ",",
        member.name(),
        member.citizenId(),
        member.phone(),
        member.hiredOn().toString(),
        member.account(),
        member.bankCode(),
        "是",
        Objects.toString(member.coveredSince(), ""));
  }
}

package org.gonghui.insurance.roster;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a roster and the headers by which they are known. */
public enum RosterColumn {
  NO("序号", "no", "编号"),
  NAME("姓名", "name", "职工姓名", "会员姓名"),
  ID_NUMBER("身份证号", "idNumber", "身份证号码", "身份证", "公民身份号码", "证件号码", "id number"),
  PHONE("手机号", "phone", "手机号码", "手机", "联系电话", "mobile"),
  HIRE_DATE("入职日期", "hireDate", "入职时间", "hire date"),
  ACCOUNT("银行卡号", "account", "银行账号", "卡号", "bank account"),
  BANK("开户行", "bank", "开户银行"),
  CONSENT("免申授权", "consent", "免申即享授权"),
  COVERED_SINCE("首次参保日期", "coveredSince", "首次参保时间", "covered since"),
  NOTE("备注", "note", "remark"),
  /** The columns that an error file adds. */
  ROW_NO("rowNo"),
  CODES("codes"),
  MESSAGES("messages"),
  HINT("hint");

  private static final Map<String, RosterColumn> BY_HEADER =
      Arrays.stream(values())
          .flatMap(column -> column.headers.stream().map(header -> Map.entry(header, column)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String title;
  private final Set<String> headers;

  RosterColumn(String title, String... aliases) {
    this.title = title;
    this.headers =
        Stream.concat(Stream.of(title), Arrays.stream(aliases))
            .map(RosterColumn::normal)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The header as templates print it. */
  public String title() {
    return title;
  }

  static Optional<RosterColumn> of(String header) {
    return Optional.ofNullable(BY_HEADER.get(normal(header)));
  }

  private static String normal(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .replaceAll("[\\s*:\\uFEFF]|\\(必填\\)|\\(选填\\)", "")
        .toLowerCase(Locale.ROOT);
  }
}

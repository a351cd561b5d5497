package org.gonghui.insurance.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gonghui.insurance.adjudication.Facts.Cause;
import org.gonghui.insurance.adjudication.Terms;
import org.gonghui.insurance.adjudication.Terms.Tier;

/** Terms as a member reads them. */
final class PlainWords {
  private final Terms terms;
  private final List<String> sentences = new ArrayList<>();

  private PlainWords(Terms terms) {
    this.terms = terms;
  }

  static List<String> of(Terms terms) {
    var words = new PlainWords(terms);
    words.joining();
    words.waiting();
    words.hospital();
    words.fixedSums();
    words.claims();
    return List.copyOf(words.sentences);
  }

  private void joining() {
    var joining = terms.joining();
    say("保障首日年满 %d 至 %d 周岁的在职职工可以参保。", joining.minAge(), joining.maxAge());
  }

  private void waiting() {
    var waiting = terms.waiting();
    say(
        "新参保人员的等待期:住院 %d 天(意外住院无等待期),重大疾病 %d 天,身故 %d 天;续保间隔不超过 %d 天的无等待期。",
        waiting.hospitalDays(),
        waiting.criticalIllnessDays(),
        waiting.deathDays(),
        waiting.renewalGapDays());
  }

  private void hospital() {
    var hospital = terms.hospital();
    var counted =
        hospital.offListShare().signum() == 0
            ? "只计算医保目录内的个人自付部分"
            : "计算目录内个人自付部分及目录外费用的 %s".formatted(percent(hospital.offListShare()));
    say("住院%s,每次住院先扣除 %s 元,其余分段互助补助:%s。", counted, hospital.deductible(), tiers());
    var perClaim = hospital.perClaimLimit();
    say(
        "每人每年度住院补助最高 %s 元%s。",
        hospital.annualLimit(), perClaim == null ? "" : ",每次最高 %s 元".formatted(perClaim));
  }

  private String tiers() {
    return terms.hospital().tiers().stream().map(PlainWords::tier).collect(Collectors.joining(";"));
  }

  private static String tier(Tier tier) {
    var upTo = tier.upTo();
    var slice =
        upTo == null
            ? "%s 元以上部分".formatted(tier.from())
            : "%s 至 %s 元部分".formatted(tier.from(), upTo);
    return "%s %s".formatted(slice, percent(tier.rate()));
  }

  private void fixedSums() {
    var sums = terms.fixedSums();
    say(
        "首次确诊下列重大疾病之一,补助 %s 元:%s。",
        sums.criticalIllness(),
        terms.illnesses().stream().map(Terms.IllnessGroup::name).collect(Collectors.joining("、")));
    say("身故补助 %s 元。", sums.death());
  }

  private void claims() {
    var rules = terms.claims();
    say(
        "出院、确诊或身故后 %d 天内,或保障期满后 %d 个月内(以较晚者为准)可以申请。",
        rules.windowDays(), rules.windowMonthsAfterCover());
    say(
        "下列情形不予补助:%s。",
        terms.exclusions().stream().map(PlainWords::cause).collect(Collectors.joining("、")));
  }

  private static String cause(Cause cause) {
    return switch (cause) {
      case ILLNESS -> "疾病";
      case ACCIDENT -> "意外";
      case WORK_INJURY -> "工伤";
      case THIRD_PARTY -> "第三方责任";
      case MATERNITY -> "生育";
      case COSMETIC -> "整形美容";
      case CRIME -> "违法犯罪";
    };
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private void say(String sentence, Object... values) {
    sentences.add(sentence.formatted(values));
  }
}

package org.gonghui.insurance.story;

import java.util.ArrayList;
import java.util.List;
import org.gonghui.insurance.adjudication.Decision;
import org.gonghui.insurance.adjudication.Decision.Check;
import org.gonghui.insurance.adjudication.Decision.Reduction;
import org.gonghui.insurance.adjudication.Decision.Step;
import org.gonghui.insurance.decision.StoredDecision;
import org.gonghui.kit.money.Money;

/** A decision in plain words: for the member what counts, for the staff all checks. */
public record Explanation(
    String claimNo,
    int decisionNo,
    Money asked,
    Money amount,
    List<String> words,
    List<String> steps,
    List<ReducedBy> reductions,
    List<Check> checks,
    String planVersion,
    String termsChecksum,
    String inputsHash) {

  /** What was taken off and why. */
  public record ReducedBy(Reduction.Code code, String text, Money amount) {}

  static Explanation of(String claimNo, StoredDecision stored, boolean chinese, boolean staff) {
    var decision = stored.decision();
    var checks =
        decision.checks().stream()
            .filter(check -> staff || check.result() == Check.Result.FAIL)
            .toList();
    return new Explanation(
        claimNo,
        stored.no(),
        decision.asked(),
        decision.amount(),
        words(decision, chinese),
        decision.trace().stream().map(Step::text).toList(),
        decision.reductions().stream()
            .map(r -> new ReducedBy(r.code(), text(r.code(), chinese), r.amount()))
            .toList(),
        checks,
        stored.planVersionId().toString(),
        stored.inputs().termsChecksum(),
        decision.inputsHash());
  }

  private static List<String> words(Decision decision, boolean chinese) {
    var words = new ArrayList<String>();
    var kind = chinese ? decision.kind().zh() : decision.kind().en();
    words.add(
        chinese
            ? "%s:申请金额 %s 元,互助补助 %s 元。".formatted(kind, decision.asked(), decision.amount())
            : "%s: you asked for %s CNY, mutual aid pays %s CNY."
                .formatted(kind, decision.asked(), decision.amount()));
    decision.trace().stream()
        .filter(step -> step.step().equals("TIER"))
        .forEach(step -> words.add(tier(step, chinese)));
    decision
        .reductions()
        .forEach(
            r ->
                words.add(
                    chinese
                        ? "%s:减 %s 元。".formatted(text(r.code(), true), r.amount())
                        : "%s: minus %s CNY.".formatted(text(r.code(), false), r.amount())));
    decision.checks().stream()
        .filter(check -> check.result() == Check.Result.FAIL)
        .forEach(check -> words.add(failure(check, chinese)));
    return words;
  }

  private static String tier(Step step, boolean chinese) {
    return chinese
        ? "分段计算:%s = %s 元。".formatted(step.formula(), step.result())
        : "For this part: %s = %s CNY.".formatted(step.formula(), step.result());
  }

  private static String failure(Check check, boolean chinese) {
    var reason = chinese ? check.code().zh() : check.code().en();
    var change = check.wouldChange() == null ? "" : " → " + check.wouldChange();
    return reason + " (" + check.threshold() + ")" + change;
  }

  private static String text(Reduction.Code code, boolean chinese) {
    return switch (code) {
      case OFF_LIST -> chinese ? "目录外费用不予补助" : "Items not insured";
      case DEDUCTIBLE -> chinese ? "起付线" : "Deductible";
      case CO_PAYMENT -> chinese ? "个人按比例承担部分" : "Your own share";
      case PAID_BY_OTHERS -> chinese ? "其他渠道已支付" : "Paid by others";
      case PER_CLAIM_LIMIT -> chinese ? "超过单次封顶线" : "Above the limit of one claim";
      case ANNUAL_LIMIT -> chinese ? "超过年度封顶线" : "Above the yearly limit";
      case NOT_ENTITLED -> chinese ? "不符合补助条件" : "The conditions are not met";
    };
  }
}

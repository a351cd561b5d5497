package org.gonghui.insurance.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gonghui.insurance.adjudication.Inputs.Earlier;
import org.gonghui.kit.money.Money;

/**
 * How many decisions the engine takes in a second on one thread, for the bench: stays of a thousand
 * different amounts in every tier, some of new joiners, some with a used limit, and illnesses.
 */
final class EngineSpeed {
  private static final int CASES = 1_000;
  private static final int WARM_UP_SECONDS = 5;

  private EngineSpeed() {}

  static void main(String[] arguments) {
    var cases = IntStream.range(0, CASES).mapToObj(EngineSpeed::inputs).toList();
    var _ = perSecond(cases, WARM_UP_SECONDS);
    System.out.println(perSecond(cases, Integer.parseInt(arguments[0])));
  }

  private static Inputs inputs(int number) {
    var stay = Stays.stay(Money.ofFen(43_000L + 5_237L * number).toString(), "800.00");
    return switch (number % 10) {
      case 0 -> Stays.renewed(Stays.tumour(LocalDate.of(2017, 5, 2)));
      case 1 -> Stays.joined(stay, LocalDate.of(2017, 3, 10));
      case 2 -> Stays.renewed(stay).withUsed(Money.of("38000.00"));
      case 3 ->
          Stays.renewed(stay)
              .withEarlier(List.of(new Earlier("MI-2017-0000001", BenefitKind.DEATH, 2016, null)));
      default -> Stays.renewed(stay);
    };
  }

  private static double perSecond(List<Inputs> cases, int seconds) {
    var terms = Terms.defaults();
    var start = System.nanoTime();
    var until = start + seconds * 1_000_000_000L;
    var decided = 0L;
    var payable = 0L;
    while (System.nanoTime() < until) {
      for (var inputs : cases) {
        payable += Adjudication.adjudicate(inputs, terms).isPayable() ? 1 : 0;
        decided++;
      }
    }
    if (payable == 0 || payable == decided) {
      throw new IllegalStateException("%d of %d are payable".formatted(payable, decided));
    }
    return decided / ((System.nanoTime() - start) / 1e9);
  }
}

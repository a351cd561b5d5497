package org.gonghui.local.command;

import org.gonghui.local.platform.Checkout;
import org.gonghui.local.platform.Component;
import org.gonghui.local.platform.External;
import org.gonghui.local.platform.Platform;
import org.gonghui.local.platform.PortPlan;
import org.gonghui.local.process.ServerFailure;

/** The platform as the last {@code up} of this checkout left it. */
final class Running {
  private Running() {}

  static Platform platform(Checkout checkout) {
    var base = checkout.savedPortBase().orElse(PortPlan.DEFAULT_BASE);
    return new Platform(checkout, new PortPlan(base), External.from(System.getenv()));
  }

  /** Refuses to move to other ports under a running platform. */
  static void requireNothing(Checkout checkout, int base) {
    var names =
        platform(checkout).components().stream()
            .filter(component -> component.process().isPresent())
            .map(Component::name)
            .toList();
    if (!names.isEmpty()) {
      throw new ServerFailure(
          "%s already run with port base %d; stop them with ./gonghui down first."
              .formatted(String.join(", ", names), base));
    }
  }
}

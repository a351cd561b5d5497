package org.gonghui.local.command;

import org.gonghui.local.platform.Checkout;
import org.gonghui.local.platform.Platform;

/** Where to look and how to log in, once the platform is up. */
final class Welcome {
  private Welcome() {}

  static void print(Checkout checkout, Platform platform) {
    System.out.printf(
        """

        The platform is up.
          Gateway    %1$s
          API pages  %1$s/console
          Keycloak   %2$s
          Accounts   officer.city, approver.city, finance.city, reviewer.city, auditor.city, ops.city, ops2.city,
                     officer.yuecheng, officer.tashan, clerk.demo, member.demo; password gonghui-demo
          Partner    hospital, header X-API-Key: %3$s
          Secrets    %4$s
          Stop it with ./gonghui down; data stay. Look with ./gonghui status.
        """,
        platform.gatewayUrl(),
        platform.issuer(),
        platform.partners().key("hospital"),
        checkout.root().relativize(checkout.secrets()));
  }
}

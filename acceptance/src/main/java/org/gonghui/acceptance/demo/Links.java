package org.gonghui.acceptance.demo;

import org.gonghui.acceptance.platform.Place;

/** Where to look around after the play. */
final class Links {
  private Links() {}

  static void print(Place place) {
    var door = place.gateway();
    System.out.printf(
        """

        Look around (log in as officer.city, reviewer.city, finance.city, ... / gonghui-demo):
          API and log-in page   %s/
          the year's figures    %s%s/statistics/summary?year=2017&area=3306
          by area, by month     %s%s/statistics/areas?year=2017  .../statistics/months?year=2017
          claims                %s%s/claims?planYear=2017
          leads of aid          %s/api/aid/v1/leads
          log-in server         %s
        """,
        door, door, Stage.API, door, Stage.API, door, Stage.API, door, place.issuer());
  }
}

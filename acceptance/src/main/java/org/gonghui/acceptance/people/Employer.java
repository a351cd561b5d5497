package org.gonghui.acceptance.people;

import java.util.stream.IntStream;

/** An employer and the unbroken run of members that it enrols. */
public record Employer(
    int index, String creditCode, String name, String town, int firstMember, int headcount) {

  public IntStream members() {
    return IntStream.range(firstMember, firstMember + headcount);
  }

  public String county() {
    return town.substring(0, 6);
  }
}

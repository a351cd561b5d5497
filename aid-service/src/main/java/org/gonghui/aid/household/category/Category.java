package org.gonghui.aid.household.category;

/** How hard it is for a family (困难类别), hardest first: the first one that fits counts. */
public enum Category {
  DEEP,
  RELATIVE,
  ACCIDENTAL
}

package org.gonghui.aid.household.category;

import java.util.List;
import java.util.Set;

/** How categories are recognised in a period (认定办法); rules in the order in which they are tried. */
public record CategoryScheme(String code, Set<Family.Income> countedIncome, List<Rule> rules) {
  public static final String POLICY = "aid.category-scheme";

  /** One category, its names for people, and its formula. */
  public record Rule(Category category, String labelZh, String label, Criterion criterion) {}

  public CategoryScheme {
    countedIncome = Set.copyOf(countedIncome);
    rules = List.copyOf(rules);
  }
}

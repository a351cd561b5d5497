package org.gonghui.insurance.death;

/** How an heir is related; spouse, children and parents come before the others (民法典 §1127). */
public enum Relation {
  SPOUSE(1),
  CHILD(1),
  PARENT(1),
  SIBLING(2),
  GRANDPARENT(2),
  DESIGNATED(0);

  private final int rank;

  Relation(int rank) {
    this.rank = rank;
  }

  int rank() {
    return rank;
  }
}

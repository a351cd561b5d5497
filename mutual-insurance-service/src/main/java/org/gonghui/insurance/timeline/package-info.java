/** What happened to a claim, in order: for people, and for the audit chain. */
@NullMarked
package org.gonghui.insurance.timeline;

import org.jspecify.annotations.NullMarked;

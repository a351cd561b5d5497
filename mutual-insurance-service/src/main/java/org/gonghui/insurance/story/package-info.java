/** What a claim shows of itself: papers, visits, timeline, dossier and explanation. */
@NullMarked
package org.gonghui.insurance.story;

import org.jspecify.annotations.NullMarked;

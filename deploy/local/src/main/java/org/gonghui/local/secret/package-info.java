/** What is made once per checkout and told to nobody: keys, passwords, the demo's partner keys. */
@NullMarked
package org.gonghui.local.secret;

import org.jspecify.annotations.NullMarked;

/** Categories and conditions to test with. */
@NullMarked
package dev.moim.testkit.condition;

import org.jspecify.annotations.NullMarked;

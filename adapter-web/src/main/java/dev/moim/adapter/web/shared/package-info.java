/**
 * What all resources share: problems, strict JSON, paging, idempotency, and the API's description.
 */
@NullMarked
package dev.moim.adapter.web.shared;

import org.jspecify.annotations.NullMarked;

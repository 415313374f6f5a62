/** A page of any format to its facts. */
@NullMarked
package io.tessera.documents.page;

import org.jspecify.annotations.NullMarked;

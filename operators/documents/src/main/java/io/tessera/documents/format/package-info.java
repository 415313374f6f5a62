/** Which format bytes are in, told from the bytes alone. */
@NullMarked
package io.tessera.documents.format;

import org.jspecify.annotations.NullMarked;

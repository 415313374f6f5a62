/** Documents: bytes to pages, with their text, boxes and codes. */
@NullMarked
package io.tessera.documents;

import org.jspecify.annotations.NullMarked;

/** Picture files: headers before pixels, then pixels. */
@NullMarked
package io.tessera.documents.image;

import org.jspecify.annotations.NullMarked;

/** Pictures in memory: turning, scaling, ink. */
@NullMarked
package io.tessera.documents.bitmap;

import org.jspecify.annotations.NullMarked;

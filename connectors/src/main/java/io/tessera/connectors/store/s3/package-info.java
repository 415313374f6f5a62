/** Object storage on an S3 endpoint. */
@NullMarked
package io.tessera.connectors.store.s3;

import org.jspecify.annotations.NullMarked;

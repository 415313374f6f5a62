/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.connectors.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Buckets in a directory of this machine. Closes what the directory store would open: it takes a
 * folder that other users may read for a bucket that everybody may read without a signature. And
 * tells clients, who are its owners, what the disk says.
 */
final class LocalBuckets extends ForwardingBlobStore {
    LocalBuckets(BlobStore store) {
        super(store);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
        try {
            return super.putBlob(request, body);
        } catch (AwsServiceException e) {
            throw e;
        } catch (RuntimeException e) {
            throw diskFailure(e);
        }
    }

    private static RuntimeException diskFailure(RuntimeException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                AwsErrorDetails details =
                        AwsErrorDetails.builder()
                                .errorCode("InternalError")
                                .errorMessage("the disk says: " + at.getMessage())
                                .build();
                return S3Exception.builder()
                        .statusCode(HttpURLConnection.HTTP_INTERNAL_ERROR)
                        .awsErrorDetails(details)
                        .cause(failure)
                        .build();
            }
        }
        return failure;
    }

    @Override
    public BucketCannedACL getContainerAccess(String bucket) {
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        return ObjectCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key, String version) {
        return ObjectCannedACL.PRIVATE;
    }
}

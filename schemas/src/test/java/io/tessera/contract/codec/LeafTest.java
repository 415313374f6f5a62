/*
 * Copyright 2026 The Tessera Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.tessera.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tessera.v1.Answer;
import io.tessera.v1.Caption;
import io.tessera.v1.Document;
import io.tessera.v1.Page;
import io.tessera.v1.Video;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Leaves are the same bytes for the same record, for ever. {@code -Dtests.golden=write} writes the
 * golden ones anew, which is right only where a schema gained a field.
 */
final class LeafTest {
    private static final int SYNC_BYTES = 16;

    static Stream<Class<? extends SpecificRecordBase>> contentRecords() {
        return Stream.of(Caption.class, Page.class, Answer.class, Document.class, Video.class);
    }

    @ParameterizedTest
    @MethodSource("contentRecords")
    void areTheGoldenBytes(Class<? extends SpecificRecordBase> type) throws Exception {
        byte[] leaf = Leaf.encode(new SampleRecords(1).full(type));
        Path golden = Path.of("src/test/resources/golden", type.getSimpleName() + ".avro");
        if ("write".equals(System.getProperty("tests.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, leaf);
        }
        assertThat(leaf)
                .as("%s; -Dtests.golden=write after a schema gained a field", golden)
                .isEqualTo(Files.readAllBytes(golden));
    }

    @ParameterizedTest
    @MethodSource("contentRecords")
    void areEqualForEqualRecordsAndGiveThemBack(Class<? extends SpecificRecordBase> type)
            throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            SpecificRecordBase record = new SampleRecords(seed).mixed(type);
            byte[] leaf = Leaf.encode(record);
            assertThat(Leaf.encode(new SampleRecords(seed).mixed(type))).isEqualTo(leaf);
            assertThat((Object) Leaf.decode(leaf, type)).isEqualTo(record);
            assertThat(Leaf.encode(Leaf.decode(leaf, type))).isEqualTo(leaf);
        }
    }

    @Test
    void carryAMarkerMadeFromTheRecordItself() throws Exception {
        Page page = new SampleRecords(5).full(Page.class);
        byte[] leaf = Leaf.encode(page);

        byte[] message = RecordCodec.of(Page.class).encode(page);
        byte[] body = Arrays.copyOfRange(message, 10, message.length);
        byte[] sync = Arrays.copyOfRange(leaf, leaf.length - SYNC_BYTES, leaf.length);
        byte[] inFile =
                Arrays.copyOfRange(
                        leaf, leaf.length - SYNC_BYTES - body.length, leaf.length - SYNC_BYTES);

        assertThat(inFile).as("the record lies in the file as it is").isEqualTo(body);
        assertThat(Digests.sha256(body)).startsWith(Digests.hex(sync));
    }

    @Test
    void readWithoutAnyOfOurCode() throws Exception {
        Caption caption = new SampleRecords(6).full(Caption.class);
        try (DataFileReader<GenericRecord> file =
                new DataFileReader<>(
                        new SeekableByteArrayInput(Leaf.encode(caption)),
                        new GenericDatumReader<>())) {
            assertThat(file.getMetaString("avro.codec")).isEqualTo("null");
            GenericRecord record = file.next();
            assertThat(record.get("unit")).hasToString(caption.getUnit());
            assertThat(record.get("caption")).hasToString(caption.getCaption());
            assertThat(file.hasNext()).isFalse();
        }
    }

    @Test
    void holdOneRecordNeitherNoneNorTwo() throws Exception {
        assertThatThrownBy(() -> Leaf.decode(container(0), Page.class))
                .isInstanceOf(UndecodableRecord.class);
        assertThat(Leaf.decode(container(1), Page.class)).isNotNull();
        assertThatThrownBy(() -> Leaf.decode(container(2), Page.class))
                .isInstanceOf(UndecodableRecord.class)
                .hasMessageContaining("Page");
    }

    @Test
    void areNotOtherRecordsNorOtherFiles() {
        byte[] leaf = Leaf.encode(new SampleRecords(7).full(Page.class));
        assertThatThrownBy(() -> Leaf.decode(leaf, Caption.class))
                .isInstanceOf(UndecodableRecord.class);
        for (byte[] other :
                new byte[][] {
                    {}, {'O', 'b', 'j'}, "no container".getBytes(StandardCharsets.UTF_8)
                }) {
            assertThatThrownBy(() -> Leaf.decode(other, Page.class))
                    .isInstanceOf(UndecodableRecord.class);
        }
    }

    @Test
    void readsThoseOfEarlierAndLaterVersions() throws Exception {
        Page page = new SampleRecords(9).full(Page.class);
        Schema present = Page.getClassSchema();
        List<Schema.Field> fewer = new ArrayList<>();
        for (Schema.Field field : present.getFields()) {
            if (!field.name().equals("missing")) {
                fewer.add(new Schema.Field(field, field.schema()));
            }
        }
        List<Schema.Field> more = new ArrayList<>();
        present.getFields().forEach(field -> more.add(new Schema.Field(field, field.schema())));
        more.add(1, new Schema.Field("later", Schema.create(Schema.Type.STRING), "New.", "x"));

        Page fromLater = Leaf.decode(written(page, more), Page.class);
        Page fromEarlier = Leaf.decode(written(page, fewer), Page.class);

        assertThat(fromLater).isEqualTo(page);
        assertThat(fromEarlier.getMissing()).isEmpty();
        fromEarlier.setMissing(page.getMissing());
        assertThat(fromEarlier).isEqualTo(page);
    }

    /** A container of the page's fields as far as the given ones are among them. */
    private static byte[] written(Page page, List<Schema.Field> fields) throws Exception {
        Schema schema =
                Schema.createRecord(
                        Page.class.getSimpleName(), "Other.", "io.tessera.v1", false, fields);
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : fields) {
            boolean known = page.getSchema().getField(field.name()) != null;
            record.put(field.pos(), known ? page.get(field.name()) : "new");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> file =
                new DataFileWriter<>(new GenericDatumWriter<>(schema, SpecificData.get()))) {
            file.create(schema, bytes);
            file.append(record);
        }
        return bytes.toByteArray();
    }

    private static byte[] container(int records) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataFileWriter<Page> file =
                new DataFileWriter<>(new SpecificDatumWriter<>(Page.class))) {
            file.setCodec(CodecFactory.nullCodec());
            file.create(Page.getClassSchema(), bytes);
            for (int i = 0; i < records; i++) {
                file.append(new SampleRecords(i).full(Page.class));
            }
        }
        return bytes.toByteArray();
    }
}

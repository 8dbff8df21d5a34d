// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.initium.Shape;

/**
 * Bytes of HDF5's metadata: little-endian numbers one after the other, and the messages that object headers consist of
 * ("HDF5 File Format Specification Version 3.0", The HDF Group; sections in brackets).
 */
final class Hdf5Header {
    /** The address of what does not exist. */
    static final long UNDEFINED = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Messages of a group [IV.A.2.c, IV.A.2.k]: its links follow right here, there is no tree of them elsewhere. */
    static Hdf5Header ofGroup() {
        Hdf5Header links = new Hdf5Header().bytes(0, 0).number(8, UNDEFINED).number(8, UNDEFINED);
        return new Hdf5Header().message(0x02, links).message(0x0a, new Hdf5Header().bytes(0, 0));
    }

    /**
     * Messages of a dataset of 32-bit little-endian floats in one piece [IV.A.2.b, IV.A.2.d, IV.A.2.f, IV.A.2.i].
     *
     * @param address where its elements are
     */
    static Hdf5Header ofFloats(Shape shape, long address) {
        Hdf5Header space = new Hdf5Header().bytes(2, shape.rank(), 0, shape.rank() == 0 ? 0 : 1);
        for (int dimension : shape.toArray()) {
            space.number(8, dimension);
        }
        // Class 1 of version 1; implied leading 1, sign at bit 31; 4 bytes, 32 bits from bit 0; exponent of 8 bits at
        // bit 23, mantissa of 23 bits at bit 0; bias 127.
        Hdf5Header type = new Hdf5Header().bytes(0x11, 0x20, 31, 0).number(4, Float.BYTES);
        type.number(2, 0).number(2, 32).bytes(23, 8, 0, 23).number(4, 127);
        Hdf5Header fill = new Hdf5Header().bytes(3, 0x0a); // Allocated late; written only if one is set, and none is.
        Hdf5Header layout = new Hdf5Header().bytes(3, 1).number(8, address).number(8, shape.size() * Float.BYTES);
        return new Hdf5Header()
                .message(0x01, space)
                .message(0x03, type)
                .message(0x05, fill)
                .message(0x08, layout);
    }

    /** A link to another object [IV.A.2.g]. The name is ASCII of at most 255 letters. */
    Hdf5Header link(String name, long address) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        assert text.length <= 0xff;
        return message(
                0x06, new Hdf5Header().bytes(1, 0, text.length).bytes(text).number(8, address));
    }

    /**
     * An attribute that is a UTF-8 text of any length [IV.A.2.m], as h5py writes a Python string.
     *
     * @param length of the text in bytes
     * @param heap address of the heap that has it
     * @param number of the text in the heap
     */
    Hdf5Header attribute(String name, int length, long heap, int number) {
        byte[] text = (name + '\0').getBytes(StandardCharsets.US_ASCII);
        // Class 9 (variable length) of version 1, a string, in UTF-8; 16 bytes each.
        // Then its elements: bytes of 8 bits.
        Hdf5Header type = new Hdf5Header().bytes(0x19, 1, 1, 0).number(4, 16);
        type.bytes(0x10, 0, 0, 0).number(4, 1).number(2, 0).number(2, 8);
        Hdf5Header space = new Hdf5Header().bytes(2, 0, 0, 0); // A scalar.
        Hdf5Header message = new Hdf5Header().bytes(3, 0).number(2, text.length);
        message.number(2, type.size()).number(2, space.size()).bytes(0).bytes(text);
        message.bytes(type.toArray()).bytes(space.toArray());
        return message(0x0c, message.number(4, length).number(8, heap).number(4, number));
    }

    /** An object header of version 2 [IV.A.1.b] with these messages. */
    byte[] object() {
        Hdf5Header header = new Hdf5Header().bytes('O', 'H', 'D', 'R', 2, 2).number(4, size());
        return header.bytes(toArray()).withChecksum();
    }

    private Hdf5Header message(int type, Hdf5Header content) {
        return bytes(type).number(2, content.size()).bytes(0).bytes(content.toArray());
    }

    Hdf5Header bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Hdf5Header bytes(byte[] values) {
        out.writeBytes(values);
        return this;
    }

    Hdf5Header zeros(int count) {
        return bytes(new byte[count]);
    }

    /** The lowest bytes of a number, the lowest first. */
    Hdf5Header number(int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> Byte.SIZE * i));
        }
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }

    /** All bytes and their checksum. */
    byte[] withChecksum() {
        return number(4, checksum(toArray())).toArray();
    }

    /**
     * Bob Jenkins's {@code hashlittle} of May 2006 with the initial value 0 (lookup3.c, in the public domain), which HDF5
     * takes for all its checksums.
     */
    static int checksum(byte[] bytes) {
        int blocks = Math.max(1, Math.ceilDiv(bytes.length, 12));
        ByteBuffer padded = ByteBuffer.allocate(12 * blocks).order(ByteOrder.LITTLE_ENDIAN);
        padded.put(bytes).clear();
        int a = 0xdeadbeef + bytes.length;
        int b = a;
        int c = a;
        for (int block = 0; block < blocks - 1; block++) {
            a += padded.getInt();
            b += padded.getInt();
            c += padded.getInt();
            a = a - c ^ Integer.rotateLeft(c, 4);
            c += b;
            b = b - a ^ Integer.rotateLeft(a, 6);
            a += c;
            c = c - b ^ Integer.rotateLeft(b, 8);
            b += a;
            a = a - c ^ Integer.rotateLeft(c, 16);
            c += b;
            b = b - a ^ Integer.rotateLeft(a, 19);
            a += c;
            c = c - b ^ Integer.rotateLeft(b, 4);
            b += a;
        }
        if (bytes.length == 0) {
            return c;
        }
        a += padded.getInt();
        b += padded.getInt();
        c += padded.getInt();
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }
}

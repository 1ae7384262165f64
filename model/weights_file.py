"""Our weights file, the writing half. src/nn/weights.rs is the reading half and states the format."""
import struct
import zlib

import numpy as np

MAGIC = b"NUTGRAF\0"
VERSION = 1
F32, I8_ROWS, TEXT, BYTES = 0, 1, 2, 3


class WeightsFile:
    """Collects named tensors in order; `write` returns the bytes."""

    def __init__(self):
        self.directory, self.data = [], []

    def _add(self, name, kind, shape, data):
        encoded = name.encode()
        self.directory.append(
            struct.pack("<B", len(encoded)) + encoded + struct.pack("<BB", kind, len(shape)) + struct.pack(f"<{len(shape)}I", *shape)
        )
        self.data.append(data)

    def floats(self, name, array):
        array = np.ascontiguousarray(array, dtype="<f4")
        self._add(name, F32, array.shape, array.tobytes())

    def rows(self, name, array, bits=8):
        """Symmetric integers of so many bits, a byte each, with one half-precision scale a row (a row is the last axis).

        Below eight bits the scale is the one of eleven that leaves the least squared error; the bytes then compress to about
        that many bits.
        """
        array = np.asarray(array, dtype=np.float32)
        flat = array.reshape(-1, array.shape[-1])
        top = 2 ** (bits - 1) - 1
        best, least = None, np.full(len(flat), np.inf)
        for clip in np.linspace(0.5, 1, 11) if bits < 8 else [1]:
            scales = (np.abs(flat).max(1) * np.float32(clip / top)).astype(np.float16)
            scales[scales == 0] = 1
            values = np.clip(np.rint(flat / scales.astype(np.float32)[:, None]), -top, top)
            error = ((flat - values * scales.astype(np.float32)[:, None]) ** 2).sum(1)
            if best is None:
                best = [scales, values]
            better = error < least
            best[0][better], best[1][better], least[better] = scales[better], values[better], error[better]
        self._add(name, I8_ROWS, array.shape, best[0].astype("<f2").tobytes() + best[1].astype(np.int8).tobytes())

    def bytes_of(self, name, array):
        array = np.ascontiguousarray(array, dtype=np.uint8)
        self._add(name, BYTES, array.shape, array.tobytes())

    def names(self, name, labels):
        data = "\n".join(labels).encode()
        self._add(name, TEXT, (len(data),), data)

    def bytes(self):
        body = struct.pack("<I", len(self.directory)) + b"".join(self.directory) + b"".join(self.data)
        return MAGIC + struct.pack("<II", VERSION, zlib.crc32(body)) + body

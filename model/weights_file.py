"""Our weights file, the writing half. src/nn/weights.rs is the reading half and states the format."""
import struct
import zlib

import numpy as np

MAGIC = b"NUTGRAF\0"
VERSION = 1
F32, I8_ROWS, TEXT = 0, 1, 2


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

    def rows(self, name, array):
        """Symmetric int8 with one half-precision scale a row (a row is the last axis)."""
        array = np.asarray(array, dtype=np.float32)
        flat = array.reshape(-1, array.shape[-1])
        scales = (np.abs(flat).max(1) / 127).astype(np.float16)
        short = scales.astype(np.float32) * 127 < np.abs(flat).max(1)
        scales[short] = np.nextafter(scales[short], np.float16(np.inf))
        divisor = np.where(scales > 0, scales, 1).astype(np.float32)[:, None]
        quantised = np.rint(flat / divisor)
        assert np.abs(quantised).max() <= 127
        self._add(name, I8_ROWS, array.shape, scales.astype("<f2").tobytes() + quantised.astype(np.int8).tobytes())

    def names(self, name, labels):
        data = "\n".join(labels).encode()
        self._add(name, TEXT, (len(data),), data)

    def bytes(self):
        body = struct.pack("<I", len(self.directory)) + b"".join(self.directory) + b"".join(self.data)
        return MAGIC + struct.pack("<II", VERSION, zlib.crc32(body)) + body

#!/bin/sh
# Of bare deflate, zlib takes in all input while it still holds output, and unconsumed_tail is empty then.
#
# Python 3.11.7 with zlib 1.2.13: a bounded decompress(data, max_length) is read on while unconsumed_tail is not empty.
# That is enough for gzip and zlib streams, whose checksum is still to come when the last output does not fit. Bare
# deflate ends without one: where the output is a few bytes longer than a multiple of max_length, all of the input may be
# gone, unconsumed_tail empty and eof False, and the rest comes only out of one more decompress(b"", max_length). No error
# is raised if nobody asks. Of 300 texts of 65,536 to 65,835 equal letters, read in parts of 65,536 bytes:
#
#   bare deflate: 97 cut short, 97 of them whole after one more call
#   zlib: 0 cut short, 0 of them whole after one more call
#   gzip: 0 cut short, 0 of them whole after one more call
#
# Exits with 0 while bare deflate alone is cut short, and with 1 once that has changed. Needs Python alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat > "$folder/show.py" <<'PYTHON'
import zlib

FULL = 65_536


def read_on(size: int, kind: int) -> tuple[int, int]:
    """Bytes that come out while there is a tail, and of one more call."""
    packer, stream = zlib.compressobj(wbits=kind), zlib.decompressobj(kind)
    packed = packer.compress(b"a" * size) + packer.flush()
    length = 0
    while packed:
        length += len(stream.decompress(packed, FULL))
        packed = stream.unconsumed_tail
    return length, 0 if stream.eof else len(stream.decompress(b"", FULL))


cut = {}
for name, kind in (("bare deflate", -15), ("zlib", 15), ("gzip", 31)):
    ends = [(size, *read_on(size, kind)) for size in range(FULL, FULL + 300)]
    short = [one for one in ends if one[1] < one[0]]
    cut[name] = len(short)
    whole = sum(length + more == size for size, length, more in short)
    print(f"{name}: {len(short)} cut short, {whole} of them whole after one more call")
raise SystemExit(not (cut["bare deflate"] and not cut["zlib"] and not cut["gzip"]))
PYTHON
python3 "$folder/show.py"

"""Small archives for the tests, as the usual programs write them, printed as Swift source.

    python3 archives.py > ../TradeFlowsTests/SampleArchives.swift

Python 3 with `gzip`, `bz2`, `lzma` and `zipfile`; zip 3.0, zstd 1.5.4 and lz4 1.9.4.
"""

import base64
import bz2
import gzip
import io
import lzma
import pathlib
import random
import subprocess
import tempfile
import textwrap
import zipfile

random.seed(7)
ROWS = ["t,i,j,k,v,q"] + [
    "%d,%d,%d,%06d,%d.%03d,%s" % (
        2020 + row % 3, 398 + row % 4, 704 - row % 3, random.randrange(10000, 999999),
        random.randrange(9000), random.randrange(1000), random.choice(["NA", "1.5", ""]))
    for row in range(24)]
TEXT = ("\n".join(ROWS) + "\n").encode()


class Pipe(io.RawIOBase):
    """A file that cannot be jumped about in, so that sizes stand behind the data."""

    def __init__(self, target):
        self.target = target

    def writable(self):
        return True

    def write(self, some):
        return self.target.write(some)


def zipped(*files, method=zipfile.ZIP_DEFLATED, to_pipe=False):
    target = io.BytesIO()
    with zipfile.ZipFile(Pipe(target) if to_pipe else target, "w", method) as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, data)
    return target.getvalue()


def gzipped(data):
    return gzip.compress(data, mtime=0)


def piped(*command):
    return subprocess.run(command, input=TEXT, stdout=subprocess.PIPE, check=True).stdout


def encrypted():
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "p.csv").write_bytes(TEXT)
        subprocess.run(
            ["zip", "-q", "-P", "secret", "-X", "e.zip", "p.csv"], cwd=folder, check=True)
        return (pathlib.Path(folder) / "e.zip").read_bytes()


HALF = len(ROWS) // 2
ARCHIVES = {
    "gzip": gzipped(TEXT),
    "gzipTwice": gzipped(TEXT[:300]) + gzipped(TEXT[300:]),
    "zip": zipped(("trade.csv", TEXT)),
    "zipStored": zipped(("trade.csv", TEXT), method=zipfile.ZIP_STORED),
    "zipFromPipe": zipped(("data/trade.csv", TEXT), to_pipe=True),
    "xz": lzma.compress(TEXT),
    "bzip2": bz2.compress(TEXT),
    "zstd": piped("zstd", "-q", "-19", "-c"),
    "lz4": piped("lz4", "-q", "-9", "-c"),
    # The first year has no line feed at its end, the second has Windows line ends.
    "baci": zipped(
        ("BACI_Y2020.csv", "\n".join(ROWS[:HALF]).encode()),
        ("BACI_Y2021.csv", "\r\n".join(ROWS[:1] + ROWS[HALF:] + [""]).encode()),
        ("country_codes.csv", b"country_code,country_name\n704,Viet Nam\n"),
        ("Readme.txt", b"notes\n"), ("__MACOSX/._BACI_Y2020.csv", b"\0\5\26\7")),
    "twoTables": zipped(("a.csv", b"x,y\n1,2\n"), ("b.csv", b"u,v\n3,4\n")),
    "worldBank": zipped(("Metadata_Country_API.csv", b"a,b\n1,2\n"), ("API_NE.csv", TEXT)),
    "noTable": zipped(("picture.png", b"\x89PNG"), ("trade.csv.gz", gzipped(TEXT))),
    "workbook": zipped(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>")),
    "gzipInZip": zipped(("trade.csv", gzipped(TEXT))),
    "gzipInGzip": gzipped(gzipped(TEXT)),
    "xzInXz": lzma.compress(lzma.compress(TEXT)),
    "zeros": gzipped(b"0" * 200_000),
    "zerosXz": lzma.compress(b"0" * 200_000),
    "encrypted": encrypted(),
}

print('''import Foundation

/// Small archives, as the usual programs write them, so that no test needs those programs.
///
/// Printed by `Tests/Oracles/archives.py`.
enum SampleArchives {
  /// What is packed in most of them.
  static let text = """''')
print(textwrap.indent(TEXT.decode(), " " * 4))
print('    """')
for name, data in ARCHIVES.items():
    lines = textwrap.wrap(base64.b64encode(data).decode(), 92)
    print(f'\n  static let {name} = bytes(\n    """')
    print(textwrap.indent("\n".join(lines), " " * 4))
    print('    """)')
print('''
  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64, options: .ignoreUnknownCharacters).map { Array($0) } ?? []
  }
}''')

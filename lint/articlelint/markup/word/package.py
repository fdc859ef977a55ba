"""The package of a Word document: a zip of XML parts, of which single ones can be replaced."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from articlelint.errors import ReadError
from articlelint.markup.xml_files.document import check_xml
from articlelint.markup.zip_files import BROKEN, COMPRESSIONS
from articlelint.source import MAXIMUM, Source

_MOST_PARTS = 10_000
_DEFLATED_VERSION = 20
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_UTF_8 = 0x800
"""The flag of a name in UTF-8."""
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""How documents of the former format begin, and those that need a password."""


class Package(NamedTuple):
    """A package: the path and the bytes of its file, and where each part begins."""

    path: str
    data: bytes
    parts: Mapping[str, zipfile.ZipInfo]

    @classmethod
    def read(cls, path: str, data: bytes, kind: str = "a Word document") -> Package:
        """Read the list of parts. Raises ReadError for a file that is no package, and not of this kind."""
        if data.startswith(_OLD_FORMAT):
            raise ReadError(f"{path}: this is a .doc file, or needs a password; save it as .docx without one")
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos = archive.infolist()
        except BROKEN as error:
            raise ReadError(f"{path}: not {kind}, or damaged: {error}") from None
        if len(infos) > _MOST_PARTS:
            raise ReadError(f"{path}: not read: it has more than {_MOST_PARTS:,} parts")
        parts = {info.filename: info for info in infos}
        if len(parts) < len(infos):
            raise ReadError(f"{path}: not {kind}, or damaged: two parts have one name")
        if any(info.compress_type not in COMPRESSIONS for info in infos):
            raise ReadError(f"{path}: not {kind}, or damaged: a part is compressed in an unusual way")
        return cls(path, data, parts)

    def text(self, name: str) -> str:
        """Return the text of an XML part; "" if there is none. Raises ReadError if it cannot be read."""
        info = self.parts.get(name)
        if info is None:
            return ""
        where = f"{self.path}: {name}"
        if info.file_size > MAXIMUM:
            raise ReadError(f"{where}: not read: it unpacks to {info.file_size / 1e6:.0f} MB")
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive, archive.open(info) as part:
                # The size that the list gives is not to be trusted.
                unpacked = part.read(MAXIMUM + 1)
            text = unpacked.decode()
        except UnicodeDecodeError:
            raise ReadError(f"{where}: not read: it is not UTF-8") from None
        except BROKEN as error:
            raise ReadError(f"{where}: damaged, or needs a password: {error}") from None
        if len(unpacked) > MAXIMUM:
            raise ReadError(f"{where}: not read: it unpacks to more than {MAXIMUM / 1e6:.0f} MB")
        check_xml(Source(where, text))
        return text

    def replaced(self, texts: Mapping[str, str]) -> bytes:
        """Return the file with other texts of some parts, or with new parts; all else stays byte for byte."""
        if not texts:
            return self.data
        new = {name: zipfile.ZipInfo(name) for name in texts if name not in self.parts}
        written: list[bytes] = []
        central: list[bytes] = []
        length = 0
        infos = sorted(self.parts.values(), key=lambda info: info.header_offset)
        end_record = self.data.rfind(_END_MARK)
        fields = _END.unpack_from(self.data, end_record)
        ends = [*(info.header_offset for info in infos[1:]), int(fields[6])]
        for info, end in zip(infos, ends, strict=True):
            if info.filename in texts:
                entry, record = _new_entry(info, texts[info.filename].encode(), length)
            else:
                entry = self.data[info.header_offset : end]
                record = _record(info, info.flag_bits, length)
            written.append(entry)
            central.append(record)
            length += len(entry)
        for name, info in new.items():
            entry, record = _new_entry(info, texts[name].encode(), length)
            written.append(entry)
            central.append(record)
            length += len(entry)
        size = sum(map(len, central))
        count = len(central)
        final = _END.pack(_END_MARK, 0, 0, count, count, size, length, fields[7])
        return b"".join([*written, *central, final, self.data[end_record + _END.size :]])


def _new_entry(info: zipfile.ZipInfo, data: bytes, offset: int) -> tuple[bytes, bytes]:
    """The bytes of a part with new content, and its record in the list of parts."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = compressor.compress(data) + compressor.flush()
    changed = zipfile.ZipInfo(info.filename, info.date_time)
    changed.compress_type = zipfile.ZIP_DEFLATED
    changed.external_attr, changed.internal_attr = info.external_attr, info.internal_attr
    changed.create_system, changed.create_version = info.create_system, info.create_version
    changed.extract_version = max(info.extract_version, _DEFLATED_VERSION)
    changed.CRC, changed.compress_size, changed.file_size = zlib.crc32(data), len(packed), len(data)
    flags = info.flag_bits & _UTF_8
    name = _name(changed, flags)
    header = _LOCAL.pack(b"PK\x03\x04", *_about(changed, flags), len(name), 0)
    return header + name + packed, _record(changed, flags, offset)


def _about(info: zipfile.ZipInfo, flags: int) -> tuple[int, ...]:
    """What both the header of a part and its record say of it."""
    year, month, day, hour, minute, second = info.date_time
    time = hour << 11 | minute << 5 | second // 2
    date = (year - 1980) << 9 | month << 5 | day
    sizes = (info.CRC, info.compress_size, info.file_size)
    return (info.extract_version, flags, info.compress_type, time, date, *sizes)


def _record(info: zipfile.ZipInfo, flags: int, offset: int) -> bytes:
    """The record of a part in the list of parts."""
    name = _name(info, flags)
    made_by = info.create_version | info.create_system << 8
    lengths = (len(name), len(info.extra), len(info.comment))
    record = _CENTRAL.pack(
        b"PK\x01\x02",
        made_by,
        *_about(info, flags),
        *lengths,
        0,
        info.internal_attr,
        info.external_attr,
        offset,
    )
    return record + name + info.extra + info.comment


def _name(info: zipfile.ZipInfo, flags: int) -> bytes:
    return info.orig_filename.encode("utf-8" if flags & _UTF_8 else "cp437")

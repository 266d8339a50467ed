"""Writes the pictures beside this script: kinds of files that Java cannot write, all of them the same four colours.

Needs Pillow (pip install Pillow); the files are committed, so the tests do not.
"""

import io
import struct
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

FOLDER = Path(__file__).parent
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
HALF_WIDTH, HALF_HEIGHT = 24, 16


def colours(top_left, top_right, bottom_left, bottom_right):
    """48 x 32 pixels: four rectangles."""
    pixels = np.zeros((2 * HALF_HEIGHT, 2 * HALF_WIDTH, 3), np.uint8)
    pixels[:HALF_HEIGHT, :HALF_WIDTH], pixels[:HALF_HEIGHT, HALF_WIDTH:] = top_left, top_right
    pixels[HALF_HEIGHT:, :HALF_WIDTH], pixels[HALF_HEIGHT:, HALF_WIDTH:] = bottom_left, bottom_right
    return Image.fromarray(pixels)


def tag_table(header, tags):
    """An ICC profile of these tags."""
    offset = 128 + 4 + 12 * len(tags)
    table, data = struct.pack(">I", len(tags)), b""
    for name, value in tags:
        table += struct.pack(">4sII", name, offset + len(data), len(value))
        data += value + b"\0" * (-len(value) % 4)
    size = offset + len(data)
    return struct.pack(">I", size) + header[4:] + table + data


def swapped_screen_profile():
    """sRGB with red and blue exchanged: whoever ignores it sees the wrong one of the two."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack_from(">I", profile, 128)[0]
    for entry in range(132, 132 + 12 * count, 12):
        name = bytes(profile[entry : entry + 4])
        profile[entry : entry + 4] = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}.get(name, name)
    return bytes(profile)


def ink_table(inputs, outputs, nodes):
    """A tag of 8-bit numbers: two steps for each input."""
    straight = bytes(range(256))
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    size = bytes((inputs, outputs, 2, 0))
    return b"mft1\0\0\0\0" + size + identity + inputs * straight + nodes + outputs * straight


def swapped_ink_profile():
    """Four inks, the first of which is yellow and the third cyan: a table of two steps for each ink, to Lab."""
    to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    nodes = b""
    for first in (0, 1):
        for second in (0, 1):
            for third in (0, 1):
                for black in (0, 1):
                    light = [255 * (1 - ink) * (1 - black) for ink in (third, second, first)]
                    lab = ImageCms.applyTransform(Image.new("RGB", (1, 1), tuple(light)), to_lab).tobytes()
                    nodes += bytes((lab[0], lab[1] ^ 128, lab[2] ^ 128))  # signed in Pillow, with an offset in tables
    to_screens = ink_table(4, 3, nodes)
    to_inks = ink_table(3, 4, bytes(2**3 * 4))  # nobody prints with it, but a profile has to have both ways
    header = bytearray(128)
    header[8:12] = bytes((2, 0x20, 0, 0))
    header[12:24] = b"prtrCMYKLab "
    header[36:40] = b"acsp"
    header[68:80] = struct.pack(">3i", 63190, 65536, 54061)
    text = b"two steps"
    description = b"desc" + struct.pack(">II", 0, len(text) + 1) + text + b"\0" + bytes(78)
    white = b"XYZ " + struct.pack(">I3i", 0, 63190, 65536, 54061)
    copyright_ = b"text\0\0\0\0none\0"
    tags = {b"desc": description, b"A2B0": to_screens, b"B2A0": to_inks, b"wtpt": white, b"cprt": copyright_}
    return tag_table(bytes(header), list(tags.items()))


def without_adobe_marker(jpeg):
    """The same JPEG without APP14: what it stores are then inks."""
    at = jpeg.index(b"\xff\xee")
    return jpeg[:at] + jpeg[at + 2 + struct.unpack_from(">H", jpeg, at + 2)[0] :]


def encoded(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def as_luma_and_chroma(inks):
    """What YCCK stores: the inks as luma and chroma, and black, turned over as Photoshop does."""
    cyan, magenta, yellow, black = inks.split()
    luma_and_chroma = Image.merge("RGB", (cyan, magenta, yellow)).convert("YCbCr")
    turned_over = [band.point(lambda level: 255 - level) for band in luma_and_chroma.split()]  # Pillow turns all over
    return Image.merge("CMYK", (*turned_over, black))


def main():
    picture = colours(RED, GREEN, BLUE, WHITE)
    swapped = colours(BLUE, GREEN, RED, WHITE)
    inks, swapped_inks = picture.convert("CMYK"), swapped.convert("CMYK")
    exif = Image.Exif()
    exif[0x112] = 6  # the stored rows run from top to bottom of the picture, right to left
    lying = picture.transpose(Image.Transpose.ROTATE_90)

    seen = {}
    seen["inks.jpg"] = encoded(inks, "JPEG", quality=90)
    seen["inks-not-adobe.jpg"] = without_adobe_marker(encoded(inks.point(lambda v: 255 - v), "JPEG", quality=90))
    ycck = bytearray(encoded(as_luma_and_chroma(inks), "JPEG", quality=90))
    ycck[ycck.index(b"Adobe") + 11] = 2  # the transform that this marker names: YCCK
    seen["luma-inks.jpg"] = bytes(ycck)
    seen["profile-inks.jpg"] = encoded(swapped_inks, "JPEG", quality=90, icc_profile=swapped_ink_profile())
    seen["inks.tif"] = encoded(inks, "TIFF")
    seen["profile.jpg"] = encoded(swapped, "JPEG", quality=90, icc_profile=swapped_screen_profile())
    seen["profile.png"] = encoded(swapped, "PNG", icc_profile=swapped_screen_profile())
    seen["profile-palette.png"] = encoded(swapped.quantize(4), "PNG", icc_profile=swapped_screen_profile())
    seen["profile.tif"] = encoded(swapped, "TIFF", icc_profile=swapped_screen_profile())
    seen["profile.webp"] = encoded(swapped, "WEBP", lossless=True, icc_profile=swapped_screen_profile())
    seen["progressive.jpg"] = encoded(picture, "JPEG", quality=90, progressive=True)
    seen["lying.jpg"] = encoded(lying, "JPEG", quality=90, exif=exif)
    seen["lying.png"] = encoded(lying, "PNG", exif=exif)
    seen["lying.webp"] = encoded(lying, "WEBP", lossless=True, exif=exif)
    seen["lying.tif"] = encoded(lying, "TIFF", exif=exif)
    seen["lossless.webp"] = encoded(picture, "WEBP", lossless=True)
    seen["lossy.webp"] = encoded(picture, "WEBP", quality=95)
    second = picture.transpose(Image.Transpose.ROTATE_180)
    seen["animation.webp"] = encoded(picture, "WEBP", save_all=True, append_images=[second], lossless=True)
    seen["animation.gif"] = encoded(picture.quantize(4), "GIF", save_all=True, append_images=[second.quantize(4)])
    seen["lzw.tif"] = encoded(picture, "TIFF", compression="tiff_lzw")
    seen["deflate.tif"] = encoded(picture, "TIFF", compression="tiff_deflate")
    seen["palette.bmp"] = encoded(picture.quantize(4), "BMP")
    hidden = np.dstack([np.asarray(picture), np.full((32, 48), 255, np.uint8)])
    hidden[HALF_HEIGHT:, HALF_WIDTH:] = (90, 20, 10, 0)  # under alpha 0: white has to show
    hidden = Image.fromarray(hidden)
    seen["alpha.png"] = encoded(hidden, "PNG")
    seen["alpha.webp"] = encoded(hidden, "WEBP", lossless=True, exact=True)
    seen["alpha.tif"] = encoded(hidden, "TIFF")
    seen["alpha-palette.png"] = encoded(hidden.quantize(8), "PNG")
    for name, content in seen.items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()

"""Re-ages faces with a SavedModel and says how long each call took, for "ragan benchmark reage --against".

reaging_benchmark.py MODEL SIZE BATCH            answers a line such as "single 10" with the seconds of each call
reaging_benchmark.py MODEL SIZE PHOTO AGE OUT    re-ages one photo, from nothing to a file

Tasks: single (one face at one age), batch (of so many faces), encode (who one face is), slide (it at another age).
Writes a line of JSON when it is ready: {"versions": "..."}, or {"missing": "tensorflow"}.
"""

import json
import os
import sys
import time

# Before TensorFlow is loaded: what is fastest here, and nothing but errors on standard error.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

AGE = 70.0


def tasks(tf, model, size, batch):
    """Functions without arguments, by name."""

    def faces(count):
        images = tf.random.stateless_uniform([count, size, size, 3], [0, count], -1.0, 1.0)
        return images, tf.ones([count, size, size, 1]), tf.fill([count], AGE)

    image, mask, age = faces(1)
    images, _, ages = faces(batch)
    identity = model.encode_masked(image, mask)
    return {
        "single": lambda: model.reage(image, age).numpy(),
        "batch": lambda: model.reage(images, ages).numpy(),
        "encode": lambda: model.encode_masked(image, mask).numpy(),
        "slide": lambda: model.decode(
            identity=identity, image=image, mask=mask, style=model.modulate(identity, age)
        ).numpy(),
    }


def seconds(task):
    began = time.perf_counter()
    task()
    return time.perf_counter() - began


def answer(tf, folder, size, batch):
    by_name = tasks(tf, tf.saved_model.load(folder), int(size), int(batch))
    print(json.dumps({"versions": f"TensorFlow {tf.__version__}"}), flush=True)
    for line in sys.stdin:
        name, calls = line.split()
        print(json.dumps([seconds(by_name[name]) for _ in range(int(calls))]), flush=True)


def once(tf, folder, size, photo, age, out):
    image = tf.io.decode_png(tf.io.read_file(photo), channels=3)
    image = tf.image.resize(image[None], [int(size), int(size)], antialias=True) / 127.5 - 1
    model = tf.saved_model.load(folder)
    reaged = model.reage(image, [float(age)])[0]
    tf.io.write_file(out, tf.io.encode_png(tf.cast(tf.round((reaged + 1) * 127.5), tf.uint8)))


if __name__ == "__main__":
    try:
        import tensorflow
    except ModuleNotFoundError as e:
        print(json.dumps({"missing": e.name}), flush=True)
    else:
        (answer if len(sys.argv) == 4 else once)(tensorflow, *sys.argv[1:])

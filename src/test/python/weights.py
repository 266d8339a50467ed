"""Writes weights in every form that Python has, and checks those that Java wrote.

    weights.py write FOLDER     checkpoints, SavedModels and .weights.h5 files of tiny-32
    weights.py record           the same, packed as src/test/resources/weights/python.zip for tests without Python
    weights.py check FOLDER     restores FOLDER/checkpoint and loads FOLDER/h5; prints what came out as JSON

The values are ramps, which compress well and tell one weight from another: value i of the weight NAME is the sum of NAME's
bytes modulo 1000, plus (i modulo 64) / 64. All of them are float32 without rounding.
"""

import json
import sys
import tempfile
import zipfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from re_aging_gan import PRESETS, Training, training_config

RECORD = Path(__file__).parent.parent / "resources" / "weights" / "python.zip"
PRESET = "tiny-32"
STEP = 7
NETWORKS = "generator", "generator_ema", "discriminator"


def ramp(name, shape):
    return (sum(name.encode()) % 1000 + np.arange(np.prod(shape)) % 64 / 64).astype(np.float32).reshape(shape)


def named(training):
    """Every variable by the name that Java gives it."""
    variables = {v.path: v for network in NETWORKS for v in getattr(training, network).variables}
    for network in "generator", "discriminator":
        optimizer = getattr(training, f"{network}_optimizer")
        own = optimizer.variables[2:]  # after iteration and learning rate: both moments of each variable in turn
        for i, variable in enumerate(getattr(training, network).trainable_variables):
            variables |= {f"adam/{variable.path}/m": own[2 * i], f"adam/{variable.path}/v": own[2 * i + 1]}
    return variables


def counts(training):
    optimizers = training.generator_optimizer, training.discriminator_optimizer
    return [training.finished_steps] + [optimizer.iterations for optimizer in optimizers]


class Wrapped(tf.Module):
    """A generator's parts below some prefix, with the cheapest possible function."""

    def __init__(self, generator):
        super().__init__()
        self.model = tf.Module()
        self.model.network = tf.Module()
        for part in "identity_encoder", "age_modulator", "decoder":
            setattr(self.model.network, part, getattr(generator, part))

    @tf.function(input_signature=[tf.TensorSpec([None], tf.string, name="text")])
    def first(self, text):
        return {"bias": self.model.network.decoder.to_rgb.bias + 0.0}


def write(folder):
    training = Training(PRESETS[PRESET], training_config(PRESET))
    for name, variable in named(training).items():
        variable.assign(ramp(name, variable.shape))
    for count in counts(training):
        count.assign(STEP)
    generator = training.generator

    manager = tf.train.CheckpointManager(training.checkpoint, folder / "checkpoint", max_to_keep=1)
    manager.save()
    tf.train.Checkpoint(generator=generator).write(folder / "generator_only" / "weights")
    (folder / "h5").mkdir()
    for network in NETWORKS:
        getattr(training, network).save_weights(folder / "h5" / f"{network}.weights.h5")
    module = Wrapped(generator)
    tf.saved_model.save(module, folder / "module", signatures={"serving_default": module.first})

    # What Keras' model.export() does, with a smaller graph.
    archive = keras.export.ExportArchive()
    archive.track(generator)
    bias = generator.decoder.to_rgb.bias
    archive.add_endpoint("first", lambda x: x + bias, [tf.TensorSpec([None, 3])])
    archive.write_out(folder / "archive", verbose=False)


def record():
    RECORD.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, zipfile.ZipFile(RECORD, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        folder = Path(name)
        write(folder)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                file.write(path, path.relative_to(folder))


def distance(variables):
    """The largest difference from the ramps."""
    return max(float(np.max(np.abs(np.asarray(v) - ramp(name, v.shape)))) for name, v in variables.items())


def check(folder):
    restored = Training(PRESETS[PRESET], training_config(PRESET))
    restored.checkpoint.restore(tf.train.latest_checkpoint(folder / "checkpoint")).assert_consumed()
    loaded = Training(PRESETS[PRESET], training_config(PRESET))
    for network in NETWORKS:
        getattr(loaded, network).load_weights(folder / "h5" / f"{network}.weights.h5")
    weights = {name: v for name, v in named(loaded).items() if not name.startswith("adam/")}
    return {
        "checkpoint": distance(named(restored)),
        "variables": len(named(restored)),
        "counts": [int(count) for count in counts(restored)],
        "learningRate": float(restored.generator_optimizer.learning_rate),
        "h5": distance(weights),
    }


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", folder]:
            write(Path(folder))
        case ["record"]:
            record()
        case ["check", folder]:
            print(json.dumps(check(Path(folder))))

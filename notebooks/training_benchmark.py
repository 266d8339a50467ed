"""Trains in Keras or in PyTorch and says how long each step took, for "ragan benchmark train --against".

training_benchmark.py VARIANT PRESET UPSAMPLING BATCH PRECISION FILE [DEVICE]

VARIANT: keras, pytorch, pytorch-channels-last, pytorch-compiled (channels-last too)
FILE:    float32 numbers, batch after batch: images [N, S, S, 3], masks [N, S, S, 1], one-hot groups and targets [N, 10];
         -: one batch of noise
DEVICE:  cpu (default); PyTorch also cuda

Writes a line of JSON when it is warm: {"versions": "..."}, or {"missing": "torch"} where a package is not installed. Then,
for each number of steps that it reads from standard input, a line with the seconds of each: [0.1, 0.1].
"""

import dataclasses
import itertools
import json
import os
import sys
import time

WARM_UP = 5
SIZES = {"images": 3, "masks": 1}  # channels

# Before TensorFlow is loaded: what is fastest here, and nothing but errors on standard error.
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def read(file, size, batch):
    """The batches of a file, as dictionaries of NumPy arrays."""
    import numpy as np

    shapes = {name: (batch, size, size, channels) for name, channels in SIZES.items()}
    shapes |= {name: (batch, 10) for name in ("groups", "targets")}
    lengths = [int(np.prod(shape)) for shape in shapes.values()]
    if file == "-":
        noise = np.random.default_rng(0)
        ages = {name: np.eye(10, dtype="f4")[noise.integers(0, 10, batch)] for name in ("groups", "targets")}
        pixels = {name: noise.random(shapes[name], "f4") for name in SIZES}
        yield pixels | ages
        return
    for row in np.fromfile(file, "<f4").reshape(-1, sum(lengths)):
        parts = np.split(row, np.cumsum(lengths)[:-1])
        yield {name: part.reshape(shape) for (name, shape), part in zip(shapes.items(), parts)}


def keras_training(preset, upsampling, batch, precision, file):
    """A function that takes a step, and what with."""
    import keras
    import re_aging_gan as ragan
    import tensorflow as tf

    if precision == "bfloat16":
        tf.config.optimizer.set_experimental_options({"auto_mixed_precision_onednn_bfloat16": True})
    config = dataclasses.replace(ragan.training_config(preset), batch=batch)
    model = dataclasses.replace(ragan.PRESETS[preset], upsampling=upsampling)
    training = ragan.Training(model, config)
    arrays = read(file, model.image_size, batch)
    batches = [{name: tf.constant(value) for name, value in each.items()} for each in arrays]
    return training.step, batches, f"Keras {keras.__version__}, TensorFlow {tf.__version__}"


def pytorch_training(preset, upsampling, batch, precision, file, channels_last, compiled, device):
    """The same."""
    import re_aging_gan_pytorch as ragan
    import torch

    layout = torch.channels_last if channels_last else torch.contiguous_format
    model = dataclasses.replace(ragan.PRESETS[preset], upsampling=upsampling)
    training = ragan.Training(
        model,
        memory_format=layout,
        compiled=compiled,
        precision=getattr(torch, precision),
        device=device,
    )

    def tensor(value):
        tensor = torch.from_numpy(value.copy()).to(device)
        return tensor.permute(0, 3, 1, 2).contiguous(memory_format=layout) if value.ndim == 4 else tensor

    arrays = read(file, model.image_size, batch)
    batches = [{name: tensor(value) for name, value in each.items()} for each in arrays]
    return training.step, batches, f"PyTorch {torch.__version__}"


def main(variant, preset, upsampling, batch, precision, file, device="cpu"):
    arguments = preset, upsampling, int(batch), precision, file
    try:
        if variant == "keras":
            step, batches, versions = keras_training(*arguments)
        else:
            compiled = variant == "pytorch-compiled"
            channels_last = compiled or variant == "pytorch-channels-last"
            step, batches, versions = pytorch_training(*arguments, channels_last, compiled, device)
    except ModuleNotFoundError as e:
        print(json.dumps({"missing": e.name}), flush=True)
        return
    endless = itertools.cycle(batches)

    def seconds():
        began = time.perf_counter()
        step(next(endless))
        return time.perf_counter() - began

    for _ in range(WARM_UP):
        seconds()
    print(json.dumps({"versions": versions}), flush=True)
    for line in sys.stdin:
        print(json.dumps([seconds() for _ in range(int(line))]), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

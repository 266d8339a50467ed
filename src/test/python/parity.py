"""Computes with Keras what the Java version must compute too, from weights and inputs that both make by one formula.

    parity.py FOLDER    all tensors, as MODEL.h5, for a test that compares at once; MODEL: a preset, or one with an extension
    parity.py record    summaries of them, into src/test/resources/parity/, for tests without Python

The formula: value i of the tensor called NAME comes from number i of the random generator SplitMix64 (Steele, Lea, Flood
2014) whose seed is the FNV-1a hash of NAME's bytes; its upper 24 bits are u in [-1, 1), without rounding. What a tensor
makes of u is said below, in double precision, rounded to float32 once.

The point is chosen with care, since LeakyReLU, |x| and Adam's first step turn at 0. A value that close to 0 that rounding
decides its sign changes gradients by far more than rounding does: with normal weights and images the gradients of Keras in
float32 and of Keras in float64 differ by up to 0.4 % at light-128, by 0.02 % here. So what a LeakyReLU sees is shifted
away from 0 (by norms, and by the discriminator's biases), images are away from what the decoder draws, and Adam begins with
second moments that are small but not 0.

A summary holds a tensor's norm, some of its values, and sums over all its values with random signs, which come from the
lower bits of the same generator under the name NAME/signs: the difference of two tensors' sums is about as large as the
norm of the tensors' difference, so that no value can be wrong unseen.
"""

import dataclasses
import json
import math
import sys
from pathlib import Path

import h5py
import numpy as np
import tensorflow as tf
from re_aging_gan import AGES, BLOCK, PAPER, PRESETS, Extensions, Training, age_code, groups_of_years, presented, whole_image

RECORDS = Path(__file__).parent.parent / "resources" / "parity"
TINY = PRESETS["tiny-32"]
MODELS = PRESETS | {
    "tiny-32-bilinear": dataclasses.replace(TINY, upsampling="bilinear"),
    "tiny-32-attention": dataclasses.replace(TINY, attention=True),
    "tiny-32-whole": dataclasses.replace(TINY, attention=True),
    "tiny-32-mismatch": TINY,
    "tiny-32-background": TINY,
}
EXTENSIONS = {
    "tiny-32-whole": Extensions(whole_reconstruction=True),
    "tiny-32-mismatch": Extensions(mismatch_weight=0.5),
    "tiny-32-background": Extensions(mask_dropout=1, background_weight=10.0),
}
BATCHES = {
    "tiny-32": 4,
    "tiny-32-bilinear": 4,
    "tiny-32-attention": 4,
    "tiny-32-whole": 4,
    "tiny-32-mismatch": 4,
    "tiny-32-background": 4,
    "small-64": 4,
    "light-128": 2,
}
STEPS = 20
RECORDED_STEPS = {"tiny-32": STEPS, "small-64": STEPS}  # of the others one
SAMPLES = SUMS = 4
YEARS = [0, 1, 2.5, 8, 20, 24.5, 33, 59.5, 60, 100]

GOLDEN = 0x9E3779B97F4A7C15
MASK = 0xFFFFFFFFFFFFFFFF


def numbers(name, size):
    """The first numbers of SplitMix64, seeded with FNV-1a of the name."""
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = (seed ^ byte) * 0x100000001B3 & MASK
    z = np.uint64(seed) + np.arange(1, size + 1, dtype=np.uint64) * np.uint64(GOLDEN)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def uniform(name, shape):
    """u, in [-1, 1), float64."""
    return ((numbers(name, math.prod(shape)) >> np.uint64(40)).astype(np.float64) * 2.0**-23 - 1).reshape(shape)


def shift(u):
    """5.5 to 6 away from 0, two to one side, two to the other."""
    side = np.where(np.arange(u.size) // 2 % 2 == 0, 1, -1)
    return side * (5.5 + np.abs(u) / 2)


def weight(name, shape):
    """Values of a variable, float64."""
    u = uniform(name, shape)
    kind = name.split("/")[-1]
    if kind == "kernel":
        kernel = damping(name) * math.sqrt(6 / math.prod(shape[:-1])) * u
        if name.startswith("discriminator/") and shape[-2] % 2 == 0:
            # No norm takes shifts away here: of each two inputs that are shifted alike one counts against the other.
            kernel[..., 1::2, :] = -kernel[..., 0::2, :]
        return kernel
    if kind == "beta" or kind == "bias" and name.startswith("discriminator/") and "/branches/" not in name:
        return shift(u)
    if name.endswith("/dense/bias"):  # gain and bias of a norm
        return np.where(np.arange(u.size) < u.size // 2, 0.1 * u, shift(u))
    if kind == "gamma":
        return 1 + 0.1 * u
    if kind == "moving_variance":
        return 1 + 0.5 * u
    if kind == "v":  # Adam's second moment, about the square of gradients here
        return (1e-5 if "/discriminator/" in name else 1e-9) * (1 + 0.5 * u)
    return 0.1 * u  # other biases, moving_mean, Adam's first moment (m)


def damping(kernel):
    """Of the deviation of He et al. 2015, so that what is computed varies less than it is shifted."""
    damped = {"/dense/": 0.05, "/to_rgb/": 0.04, "discriminator/": 0.7}
    return next((factor for part, factor in damped.items() if part in kernel), 1.0)


def one_hot(name, count):
    """A group for each of so many images."""
    return tf.one_hot((numbers(name, count) >> np.uint64(40)).astype(np.int32) % AGES, AGES)


class Inputs:
    """What a step is fed; step 0 feeds the single passes."""

    def __init__(self, step, batch, size):
        name = f"step_{step}"
        u = uniform(f"{name}/images", (batch, size, size, 3))
        images = (u + np.sign(u)) / 2  # away from 0
        masks = (1 + uniform(f"{name}/masks", (batch, size, size, 1))) / 2
        noise = math.sqrt(3) * uniform(f"{name}/noise", (2, batch, AGES * BLOCK))  # of variance 1, as the normal one
        self.images = tf.constant(images, tf.float32)
        self.masks = tf.constant(masks, tf.float32)
        self.groups = one_hot(f"{name}/groups", batch)
        self.targets = one_hot(f"{name}/targets", batch)
        self.noise = tf.constant(noise, tf.float32)
        first_half = step <= STEPS // 2
        # Small: where most inputs of a sum have one sign, a step moves the sum by hundreds of times the rate.
        self.learning_rate = tf.constant(1e-5 if first_half else 5e-6, tf.float32)
        self.reconstruction_weight = tf.constant(10.0 if first_half else 1.0)
        self.average_decay = tf.constant(step / (step + 10), tf.float32)


def networks(training):
    return training.generator, training.discriminator, training.generator_ema


def variables(training):
    return {variable.path: variable for network in networks(training) for variable in network.variables}


def moments(training):
    """Adam's, under the names that Java gives them."""
    pairs = (training.generator, training.generator_optimizer), (training.discriminator, training.discriminator_optimizer)
    found = {}
    for network, optimizer in pairs:
        own = optimizer.variables[2:]  # after iteration and learning rate: both moments of each variable in turn
        for i, variable in enumerate(network.trainable_variables):
            assert own[2 * i].path.endswith("_momentum") and own[2 * i + 1].path.endswith("_velocity")
            found |= {f"adam/{variable.path}/m": own[2 * i], f"adam/{variable.path}/v": own[2 * i + 1]}
    return found


def gradients(training):
    """Of the last step: without a first moment's decay, Adam's first moment is the gradient."""
    return {name[len("adam/") : -len("/m")]: m for name, m in moments(training).items() if name.endswith("/m")}


def under(prefix, tensors):
    return {f"{prefix}/{name}": np.asarray(value) for name, value in tensors.items()}


def forward(training, inputs):
    """Single passes, not clipped."""
    generator = training.generator
    code = age_code(inputs.groups) + 0.2 * inputs.noise[0]
    whole = whole_image(inputs.images)
    tensors = {"age_groups": groups_of_years(tf.constant(YEARS, tf.float32))}
    for name, mask in ("masked", inputs.masks), ("whole", whole):
        tensors[f"inference/{name}"] = generator(inputs.images, mask, code)
        tensors[f"training/{name}"] = generator(inputs.images, mask, code, training=True)
    tensors["logits"] = training.discriminator(inputs.images)
    return under("forward", tensors)


def compute(model, steps):
    """All tensors by name: single passes, then the first step, then the last of so many steps."""
    size, batch = MODELS[model].image_size, BATCHES[model]
    # R1 has a weight that makes it count: the slope is small here.
    extensions = EXTENSIONS.get(model, Extensions())
    settings = dataclasses.replace(PAPER, batch=batch, r1_weight=3e4, cycle_weight=3.0, extensions=extensions)
    training = Training(MODELS[model], settings)
    for name, variable in (variables(training) | moments(training)).items():
        variable.assign(weight(name, variable.shape))
    tensors = under("start", variables(training)) | forward(training, Inputs(0, batch, size))
    for step in range(1, steps + 1):
        given = vars(Inputs(step, batch, size))
        _, shown = presented(given["images"], given["masks"], settings, step)
        terms = training.move(**given | {"masks": shown, "faces": given["masks"]})
        tensors |= under(f"losses/step_{step}", terms)
        if step == 1:
            tensors |= under("gradients", gradients(training))
            tensors |= under("first_step", variables(training))
    if steps > 1:
        tensors |= under("last_step", variables(training))
    return {name: value.astype(np.float32) for name, value in tensors.items()}


def summary(name, tensor):
    flat = tensor.astype(np.float64).ravel()
    drawn = numbers(f"{name}/signs", flat.size)
    signs = [1 - 2 * (drawn >> np.uint64(bit) & np.uint64(1)).astype(np.float64) for bit in range(min(SUMS, flat.size))]
    places = numbers(f"{name}/samples", min(SAMPLES, flat.size)) % np.uint64(flat.size)
    return {
        "norm": rounded(np.linalg.norm(flat)),
        "samples": [rounded(flat[place]) for place in places],
        "sums": [rounded(sign @ flat) for sign in signs],
    }


def rounded(number):
    return float(f"{number:.9g}")


def record(model):
    lines = [
        f"{json.dumps(name)}: {json.dumps(summary(name, tensor))}"
        for name, tensor in compute(model, RECORDED_STEPS.get(model, 1)).items()
        if not name.startswith("start/")
    ]
    RECORDS.mkdir(exist_ok=True)
    (RECORDS / f"{model}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


def write(model, folder):
    with h5py.File(Path(folder) / f"{model}.h5", "w") as h5:
        for name, tensor in compute(model, STEPS).items():
            h5.create_dataset(name, data=tensor)


if __name__ == "__main__":
    for each in BATCHES:
        if sys.argv[1] == "record":
            record(each)
        else:
            write(each, sys.argv[1])

"""Re-Aging GAN (Makhmudkhujaev, Hong, Park, ICCV 2021) in Keras 3 on TensorFlow.

The same networks, losses, training and files as the Java version, written the plain way; read it from the top:
sizes, age code, blocks, networks, losses, schedule, training, data, samples, export.

Letters say where a part comes from: P the paper, N the notebook's notes, S StarGAN v2 (Choi et al. 2020),
L Lifespan Age Transformation Synthesis (Or-El et al. 2020), O our own choice.

Shapes: N images in a batch, S image side, C channels; images [N, S, S, 3] in [-1, 1], masks [N, S, S, 1] with 1 = face.
"""

import csv
import dataclasses
import hashlib
import io
import json
import math
import re
from functools import partial
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from keras import layers

# Sizes.


@dataclasses.dataclass(frozen=True)
class ModelConfig:
    """Sizes of the networks: widths double from base_width up to maximum_width with every halving but the outer_levels first."""

    preset: str
    image_size: int
    base_width: int
    maximum_width: int
    style_size: int
    outer_levels: int = 0
    upsampling: str = "nearest"  # of the decoder; S. "bilinear" leaves fewer patterns after a short training: O
    attention: bool = False  # the decoder learns where to leave the image as it is: GANimation, O

    @property
    def levels(self):
        """How often the encoder halves the image."""
        return int(math.log2(self.image_size // IDENTITY_SIZE))

    @property
    def discriminator_levels(self):
        """How often the discriminator halves the image, down to 4 x 4."""
        return int(math.log2(self.image_size // 4))

    def width(self, level):
        """Channels after so many halvings."""
        return min(self.base_width << max(0, level - self.outer_levels), self.maximum_width)

    @property
    def identity_width(self):
        """Channels of the identity features."""
        return self.width(self.levels)


IDENTITY_SIZE = 16  # P at 256 pixels, O elsewhere: side of the identity features

PRESETS = {
    f"{family}-{size}": ModelConfig(f"{family}-{size}", size, *widths)
    for family, widths, sizes in [
        ("canonical", (64, 512, 512), (256, 128, 64)),  # P at 256
        ("light", (32, 256, 256), (256, 128, 64)),
        ("small", (16, 128, 128, 1), (128,)),  # small-64 with one more level around it, so that it can grow from it
        ("small", (16, 128, 128), (64,)),
        ("tiny", (8, 64, 64), (64, 32)),
    ]
    for size in sizes
}


def model_config(folder):
    """The networks of a SavedModel, or of what "ragan export" writes in other forms: what its model card says of them."""
    card = json.loads((Path(folder) / "assets.extra" / "model_card.json").read_text(encoding="utf-8"))
    model = card["config"]["model"]
    preset, upsampling = PRESETS[model["preset"]], model.get("upsampling", "nearest")
    return dataclasses.replace(preset, upsampling=upsampling, attention=model.get("attention", False))


# Ages.

# L (FFHQ-Aging): youngest and oldest age of each group, in whole years.
AGE_GROUPS = [(0, 2), (3, 6), (7, 9), (10, 14), (15, 19), (20, 29), (30, 39), (40, 49), (50, 69), (70, 120)]
AGES = len(AGE_GROUPS)
CENTRES = [(youngest + oldest) / 2 for youngest, oldest in AGE_GROUPS[:-1]] + [80.0]  # O: 80 for the open last group
BLOCK = 50  # L: numbers in the age code for each group
NOISE = 0.2  # L: deviation of the code's noise in training


def age_group(age):
    """Number of the group of an age in years; 2.9 is still the group 0-2."""
    return next(i for i, (_, oldest) in enumerate(AGE_GROUPS) if age < oldest + 1 or i == AGES - 1)


def age_code(groups):
    """Code without noise of [N, 10], how much of each group: 50 equal numbers for each, [N, 500]. L"""
    return tf.repeat(groups, BLOCK, axis=1)


def groups_of_years(years):
    """How much of each group an age [N] is: a linear mix of the groups with the two nearest centres, [N, 10]. O"""
    centres = tf.constant(CENTRES, tf.float64)
    age = tf.clip_by_value(tf.cast(years, tf.float64), CENTRES[0], CENTRES[-1])[:, None]  # [N, 1]
    gaps = centres[1:] - centres[:-1]  # [9]
    # Beyond the ends any gap will do: the clipped age never gets there.
    below = (age - centres) / tf.concat([[1.0], gaps], 0)  # [N, 10], -1 at the centre before
    above = (centres - age) / tf.concat([gaps, [1.0]], 0)  # [N, 10], -1 at the centre after
    return tf.cast(tf.maximum(1 + tf.minimum(below, above), 0), tf.float32)  # [N, 10]


# Blocks. Layers are attributes, never only in lists: tf.train.Checkpoint does not follow a layer's lists.

EPSILON = 1e-5  # of all norms
DECAY = 0.9  # O: of running statistics

leaky_relu = partial(keras.ops.leaky_relu, negative_slope=0.2)  # S
conv3x3 = partial(layers.Conv2D, kernel_size=3, padding="same", kernel_initializer="he_normal")
conv1x1 = partial(layers.Conv2D, kernel_size=1, kernel_initializer="he_normal")


def modulated(normalised, gain_and_bias):
    """(1 + g) x + b with g and b [N, 2C]. S"""
    gain, bias = tf.split(gain_and_bias[:, None, None, :], 2, axis=-1)  # [N, 1, 1, C]
    return (1 + gain) * normalised + bias


class InstanceNorm(layers.Layer):
    """Each channel of each image to mean 0 and variance 1, then to a learned gain and bias. S"""

    def __init__(self, channels, **kwargs):
        super().__init__(**kwargs)
        self.channels = channels

    def build(self, x_shape):
        self.gamma = self.add_weight(name="gamma", shape=(self.channels,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(self.channels,), initializer="zeros")

    def call(self, x, condition=None, training=False, move_statistics=False):
        mean, variance = tf.nn.moments(x, [1, 2], keepdims=True)  # [N, 1, 1, C]
        return (x - mean) * tf.math.rsqrt(variance + EPSILON) * self.gamma + self.beta


class AdaIN(layers.Layer):
    """An instance norm whose gain and bias follow from a style [N, d]. P; the form (1 + g) x + b S"""

    def __init__(self, channels, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(2 * channels, kernel_initializer="he_normal", name="dense")

    def call(self, x, condition=None, training=False, move_statistics=False):
        mean, variance = tf.nn.moments(x, [1, 2], keepdims=True)  # [N, 1, 1, C]
        return modulated((x - mean) * tf.math.rsqrt(variance + EPSILON), self.dense(condition))


class ConditionalBatchNorm(layers.Layer):
    """A batch norm whose gain and bias follow from an age code [N, 500]. P; the form (1 + g) x + b O"""

    def __init__(self, channels, **kwargs):
        super().__init__(**kwargs)
        self.channels = channels
        self.dense = layers.Dense(2 * channels, kernel_initializer="he_normal", name="dense")

    def build(self, x_shape):
        statistic = partial(self.add_weight, shape=(self.channels,), trainable=False)
        self.moving_mean = statistic(name="moving_mean", initializer="zeros")
        self.moving_variance = statistic(name="moving_variance", initializer="ones")

    def call(self, x, condition=None, training=False, move_statistics=False):
        mean, variance = self.moving_mean, self.moving_variance  # [C]
        if training:
            mean, variance = tf.nn.moments(x, [0, 1, 2])  # [C]
        if move_statistics:
            self.moving_mean.assign_add((mean - self.moving_mean) * (1 - DECAY))
            self.moving_variance.assign_add((variance - self.moving_variance) * (1 - DECAY))
        return modulated((x - mean) * tf.math.rsqrt(variance + EPSILON), self.dense(condition))


class ResBlock(layers.Layer):
    """The pre-activation residual block: halves after its first convolution or doubles before it. S"""

    def __init__(self, width_in, width_out, norm=None, resize=None, upsampling="nearest", **kwargs):
        super().__init__(**kwargs)
        middle = width_out if resize == "double" else width_in
        self.norm_1 = norm(width_in, name="norm_1") if norm else None
        self.conv_1 = conv3x3(middle, name="conv_1")
        self.norm_2 = norm(middle, name="norm_2") if norm else None
        self.conv_2 = conv3x3(width_out, name="conv_2")
        self.shortcut = conv1x1(width_out, use_bias=False, name="shortcut") if width_in != width_out else None
        self.halve = layers.AveragePooling2D(2) if resize == "halve" else None
        self.double = layers.UpSampling2D(2, interpolation=upsampling) if resize == "double" else None

    def call(self, x, condition=None, training=False, move_statistics=False):
        phase = {"training": training, "move_statistics": move_statistics}
        residual = leaky_relu(self.norm_1(x, condition, **phase) if self.norm_1 else x)
        residual = self.conv_1(self.double(residual) if self.double else residual)
        residual = self.halve(residual) if self.halve else residual
        residual = leaky_relu(self.norm_2(residual, condition, **phase) if self.norm_2 else residual)
        residual = self.conv_2(residual)
        x = self.double(x) if self.double else x
        x = self.shortcut(x) if self.shortcut else x
        x = self.halve(x) if self.halve else x
        return (x + residual) / math.sqrt(2)  # keeps the variance


# Networks.


def add_blocks(network, norm, sizes, **options):
    """Gives a network the attributes block_0, block_1, ... of these (width_in, width_out, resize)."""
    network.blocks = len(sizes)
    for i, (width_in, width_out, resize) in enumerate(sizes):
        setattr(network, f"block_{i}", ResBlock(width_in, width_out, norm, resize, name=f"block_{i}", **options))


def apply_blocks(network, x, condition=None, **phase):
    """One block after the other."""
    for i in range(network.blocks):
        x = getattr(network, f"block_{i}")(x, condition, **phase)
    return x


class IdentityEncoder(layers.Layer):
    """Who it is: image and mask to f_id [N, 16, 16, C] and the first layer's features [N, S, S, b]. P; blocks S"""

    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        self.from_rgb = conv3x3(config.base_width, name="from_rgb")
        halving = [(config.width(i), config.width(i + 1), "halve") for i in range(config.levels)]
        add_blocks(self, InstanceNorm, halving + 2 * [(config.identity_width, config.identity_width, None)])

    def call(self, image, mask):
        image_features = self.from_rgb(image)  # [N, S, S, b]
        return apply_blocks(self, image_features * mask), image_features


class AgeModulator(layers.Layer):
    """Towards which age: f_id and an age code [N, 500] to f_aw, the style [N, d]. P; 2 x 2 to a vector O"""

    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        add_blocks(self, ConditionalBatchNorm, 3 * [(config.identity_width, config.identity_width, "halve")])
        self.to_style = layers.Conv2D(config.style_size, 2, kernel_initializer="he_normal", name="to_style")

    def call(self, identity, code, training=False, move_statistics=False):
        x = apply_blocks(self, identity, code, training=training, move_statistics=move_statistics)
        return self.to_style(leaky_relu(x))[:, 0, 0, :]  # [N, d]


class Decoder(layers.Layer):
    """The picture: f_id in a style; outside the mask the features of the image flow in. P; blocks S"""

    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        doubling = [(config.width(i), config.width(i - 1), "double") for i in range(config.levels, 0, -1)]
        sizes = 2 * [(config.identity_width, config.identity_width, None)] + doubling
        add_blocks(self, AdaIN, sizes, upsampling=config.upsampling)
        self.norm = InstanceNorm(config.base_width, name="norm")
        self.to_rgb = conv1x1(3, name="to_rgb")
        open_first = keras.initializers.Constant(2)  # of every pixel, 88 % are drawn: O
        self.attention = conv1x1(1, bias_initializer=open_first, name="attention") if config.attention else None

    def call(self, identity, image_features, style, mask, whole=False):
        """Whole: all that the mask covers is drawn, also with attention."""
        face = leaky_relu(self.norm(apply_blocks(self, identity, style)))  # [N, S, S, b]
        if self.attention is not None and not whole:
            mask = mask * keras.ops.sigmoid(self.attention(face))
        return self.to_rgb(mask * face + (1 - mask) * image_features)  # [N, S, S, 3], not clipped


class Generator(keras.Model):
    """The same people at another age: encode the identity, turn the age into a style, decode. P"""

    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        self.config = config
        self.identity_encoder = IdentityEncoder(config, name="identity_encoder")
        self.age_modulator = AgeModulator(config, name="age_modulator")
        self.decoder = Decoder(config, name="decoder")

    def call(self, image, mask, code, training=False, move_statistics=False, whole=False):
        """Training takes the batch's statistics in the modulator; move_statistics also keeps them for inference."""
        identity, image_features = self.identity_encoder(image, mask)
        style = self.age_modulator(identity, code, training=training, move_statistics=move_statistics)
        return self.decoder(identity, image_features, style, mask, whole=whole)


class Discriminator(keras.Model):
    """Real or not, for each age group: image to raw logits [N, 10]. Branches P, body S"""

    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        levels = config.discriminator_levels
        self.from_rgb = conv3x3(config.base_width, name="from_rgb")
        add_blocks(self, None, [(config.width(i), config.width(i + 1), "halve") for i in range(levels)])
        self.to_vector = layers.Conv2D(config.width(levels), 4, kernel_initializer="he_normal", name="to_vector")
        self.branches = conv1x1(AGES, name="branches")

    def call(self, image):
        vector = self.to_vector(leaky_relu(apply_blocks(self, self.from_rgb(image))))  # [N, 1, 1, C]
        return self.branches(leaky_relu(vector))[:, 0, 0, :]  # [N, 10]


def build_generator(config, name="generator"):
    """A generator with weights."""
    generator = Generator(config, name=name)
    image = tf.zeros([1, config.image_size, config.image_size, 3])
    generator(image, whole_image(image), tf.zeros([1, AGES * BLOCK]))
    return generator


def build_discriminator(config):
    """A discriminator with weights."""
    discriminator = Discriminator(config, name="discriminator")
    discriminator(tf.zeros([1, config.image_size, config.image_size, 3]))
    return discriminator


def whole_image(images):
    """The mask of images that have none: all of it is face, [N, S, S, 1]."""
    return tf.ones_like(images[..., :1])


def branch(logits, groups):
    """D_y(x): the logit of each image's own branch, [N], of logits and one-hot groups [N, 10]. P"""
    return tf.reduce_sum(logits * groups, axis=1)


# Losses.


def discriminator_loss(real_logits, fake_logits, slope, r1_weight):
    """Total and terms; the slope is that of the real logits at the real images. Log form P; softplus, R1 S"""
    real = tf.reduce_mean(tf.math.softplus(-real_logits))
    fake = tf.reduce_mean(tf.math.softplus(fake_logits))
    r1 = 0.5 * tf.reduce_mean(tf.reduce_sum(tf.square(slope), [1, 2, 3]))  # Mescheder et al. 2018, equation 9
    return real + fake + r1_weight * r1, {"real": real, "fake": fake, "r1": r1}


def mismatch_loss(logits, groups, targets):
    """The target's branch rejects the real face of another age; logits: D_y'(x). Reed et al. 2016 (GAN-CLS); O"""
    return tf.reduce_mean(tf.math.softplus(logits) * (1 - tf.reduce_sum(groups * targets, 1)))


def generator_loss(fake_logits, images, reconstructed, cycled, reconstruction_weight, cycle_weight):
    """Total and terms. P"""
    adversarial = tf.reduce_mean(tf.math.softplus(-fake_logits))
    reconstruction = tf.reduce_mean(tf.abs(images - reconstructed))
    cycle = tf.reduce_mean(tf.abs(images - cycled))
    total = adversarial + reconstruction_weight * reconstruction + cycle_weight * cycle
    return total, {"adversarial": adversarial, "reconstruction": reconstruction, "cycle": cycle}


def background_loss(images, reaged, masks):
    """What is outside the masks shall stay, also where the networks were not shown them. O"""
    return tf.reduce_mean(tf.abs(images - reaged) * (1 - masks))


# Schedule.


@dataclasses.dataclass(frozen=True)
class Schedule:
    """How long a run is and what changes on the way; epochs are thirtieths of a run whose length is in images."""

    images: int
    epoch_images: float
    learning_rate: float
    learning_rate_drops: tuple  # epochs; the paper has a schedule, its kind is unknown: O
    learning_rate_factor: float
    reconstruction_weight: float  # P: 10, then 1
    reconstruction_epochs: int  # P
    average_decay: float  # S

    def of_images(self, images):
        """The same changes in a run of so many images, which count as the paper's 30 epochs."""
        return dataclasses.replace(self, images=images, epoch_images=images / 30)

    def learning_rate_at(self, seen):
        """The learning rate when so many images have been seen."""
        drops = sum(self.epoch(seen) >= drop for drop in self.learning_rate_drops)
        return self.learning_rate * self.learning_rate_factor**drops

    def reconstruction_weight_at(self, seen):
        """The weight of the reconstruction loss when so many images have been seen."""
        return self.reconstruction_weight if self.epoch(seen) < self.reconstruction_epochs else min(1.0, self.reconstruction_weight)

    def average_decay_at(self, step):
        """The decay of the averaged generator at a step, 1 for the first: it rises from near 0. O"""
        return min(self.average_decay, step / (step + 10))

    def epoch(self, seen):
        """Epochs since the start, with fractions."""
        return seen / self.epoch_images


@dataclasses.dataclass(frozen=True)
class Adam:
    """Of both networks."""

    beta1: float = 0.0
    beta2: float = 0.99
    epsilon: float = 1e-8


@dataclasses.dataclass(frozen=True)
class Extensions:
    """What neither the paper nor the sources of its gaps do; off unless somebody asks for it. O"""

    mask_dropout: float = 0.0  # share of the steps in which all masks are 1
    grey: float = 0.0  # share of the steps in which all images are grey
    mismatch_weight: float = 0.0  # of the loss above
    background_weight: float = 0.0  # of the loss above
    whole_reconstruction: bool = False  # drawn without attention, so that the decoder learns whole faces
    r1_interval: int = 1  # steps from one gradient penalty to the next; Java can make it longer, for its cards


@dataclasses.dataclass(frozen=True)
class TrainingConfig:
    """How a run trains, apart from the networks' sizes and the data."""

    seed: int
    batch: int
    schedule: Schedule
    adam: Adam
    r1_weight: float
    cycle_weight: float
    snapshot_images: int
    extensions: Extensions = Extensions()

    @property
    def steps(self):
        """Steps of the run; the last one may go past its length."""
        return -(-self.schedule.images // self.batch)

    def with_steps(self, steps):
        """The same, so many steps long."""
        return dataclasses.replace(self, schedule=self.schedule.of_images(steps * self.batch))


# P, but for the kind of the learning rate's schedule (O), R1 and the average (S).
PAPER = TrainingConfig(
    0, 8, Schedule(30 * 69_000, 69_000.0, 1e-4, (10, 20), 0.5, 10.0, 10, 0.999), Adam(), 1.0, 1.0, 50_000
)
# O: for the tiny presets and synthetic faces, tuned on two CPU cores.
QUICK = TrainingConfig(
    0, 8, Schedule(16_000, 16_000 / 30, 3e-3, (8, 12, 16, 20, 24, 27), 0.6, 20.0, 30, 0.998), Adam(), 3.0, 1.0, 4_000
)
# O: for the small preset and photos, on two CPU cores for an hour or more.
SMALL = TrainingConfig(
    0, 16, Schedule(160_000, 160_000 / 30, 8e-4, (12, 16, 20, 24, 27), 0.5, 10.0, 10, 0.999), Adam(), 1.0, 1.0, 8_000
)


def training_config(preset):
    """The settings that suit a preset."""
    if preset.startswith("small"):
        return SMALL
    return QUICK if preset.startswith("tiny") else PAPER


# Training.


def presented(images, masks, config, step):
    """A step's faces as both networks see them; which steps are grey or without masks follows from the seed. O"""
    grey, whole = tf.unstack(tf.random.stateless_uniform([2], [-4 - 4 * config.seed, step]))
    images = tf.where(grey < config.extensions.grey, without_colours(images), images)
    return images, tf.where(whole < config.extensions.mask_dropout, tf.ones_like(masks), masks)


def without_colours(images):
    """The luminance of ITU-R BT.601 in all three channels."""
    return tf.repeat(tf.reduce_sum(images * [0.299, 0.587, 0.114], -1, keepdims=True), 3, axis=-1)


class Training:
    """Both networks, the averaged generator, the optimizers, and the step that moves them."""

    def __init__(self, model, config):
        self.config = config
        keras.utils.set_random_seed(config.seed)
        self.generator = build_generator(model)
        self.discriminator = build_discriminator(model)
        self.generator_ema = build_generator(model, "generator_ema")
        self.generator_ema.set_weights(self.generator.get_weights())
        self.generator_optimizer = self._optimizer(self.generator)
        self.discriminator_optimizer = self._optimizer(self.discriminator)
        self.finished_steps = tf.Variable(0, dtype=tf.int64, name="step")
        self.checkpoint = tf.train.Checkpoint(
            step=self.finished_steps,
            generator=self.generator,
            discriminator=self.discriminator,
            generator_ema=self.generator_ema,
            generator_optimizer=self.generator_optimizer,
            discriminator_optimizer=self.discriminator_optimizer,
        )

    def _optimizer(self, network):
        adam = self.config.adam
        rate = self.config.schedule.learning_rate
        optimizer = keras.optimizers.Adam(rate, beta_1=adam.beta1, beta_2=adam.beta2, epsilon=adam.epsilon)
        optimizer.build(network.trainable_variables)
        return optimizer

    def step(self, batch):
        """One step with what the schedule says; returns the terms of both losses as numbers."""
        step = int(self.finished_steps) + 1
        seen = (step - 1) * self.config.batch
        schedule = self.config.schedule
        noise = tf.random.stateless_normal([2, len(batch["images"]), AGES * BLOCK], [self.config.seed, step])
        images, masks = presented(batch["images"], batch["masks"], self.config, step)
        terms = self.move(
            images,
            masks,
            batch["groups"],
            batch["targets"],
            noise,
            tf.constant(schedule.learning_rate_at(seen), tf.float32),
            tf.constant(schedule.reconstruction_weight_at(seen), tf.float32),
            tf.constant(schedule.average_decay_at(step), tf.float32),
            batch["masks"],
        )
        return {name: float(value) for name, value in terms.items()}

    @tf.function
    def move(
        self, images, masks, groups, targets, noise, learning_rate, reconstruction_weight, average_decay, faces=None
    ):
        """The step itself: D, then G judged by the new D, then the average.

        Args:
            faces: the masks as the data have them, where masks hides some
            groups, targets: y and y', one-hot [N, 10]
            noise: standard normal, of the codes of y and y', [2, N, 500]
        """
        code = age_code(groups) + NOISE * noise[0]  # [N, 500]
        target_code = age_code(targets) + NOISE * noise[1]  # [N, 500]
        with tf.GradientTape() as tape:
            # Running statistics follow the pass to the target age only. O
            reaged = self.generator(images, masks, target_code, training=True, move_statistics=True)
            whole = self.config.extensions.whole_reconstruction
            reconstructed = self.generator(images, masks, code, training=True, whole=whole)
            cycled = self.generator(reaged, masks, code, training=True)
            with tape.stop_recording():
                discriminator_terms = self._move_discriminator(images, groups, reaged, targets, learning_rate)
            fake_logits = branch(self.discriminator(reaged), targets)
            total, generator_terms = generator_loss(
                fake_logits, images, reconstructed, cycled, reconstruction_weight, self.config.cycle_weight
            )
            if self.config.extensions.background_weight:
                generator_terms["background"] = background_loss(images, reaged, masks if faces is None else faces)
                total += self.config.extensions.background_weight * generator_terms["background"]
        gradients = tape.gradient(total, self.generator.trainable_variables)
        self._apply(self.generator_optimizer, gradients, self.generator, learning_rate)
        self._move_average(average_decay)
        self.finished_steps.assign_add(1)
        return discriminator_terms | generator_terms

    def _move_discriminator(self, images, groups, reaged, targets, learning_rate):
        with tf.GradientTape() as tape:
            with tf.GradientTape() as r1_tape:
                r1_tape.watch(images)
                all_real_logits = self.discriminator(images)  # [N, 10]
                real_logits = branch(all_real_logits, groups)
                real_sum = tf.reduce_sum(real_logits)
            slope = r1_tape.gradient(real_sum, images)  # [N, S, S, 3]
            fake_logits = branch(self.discriminator(reaged), targets)
            total, terms = discriminator_loss(real_logits, fake_logits, slope, self.config.r1_weight)
            if self.config.extensions.mismatch_weight:
                terms["mismatch"] = mismatch_loss(branch(all_real_logits, targets), groups, targets)
                total += self.config.extensions.mismatch_weight * terms["mismatch"]
        gradients = tape.gradient(total, self.discriminator.trainable_variables)
        self._apply(self.discriminator_optimizer, gradients, self.discriminator, learning_rate)
        return terms

    @staticmethod
    def _apply(optimizer, gradients, network, learning_rate):
        optimizer.learning_rate.assign(learning_rate)
        optimizer.apply(gradients, network.trainable_variables)

    def _move_average(self, decay):
        """Trained variables approach, running statistics are copied. S"""
        for value, average in zip(self.generator.trainable_variables, self.generator_ema.trainable_variables):
            average.assign_add((1 - decay) * (value - average))
        for value, average in zip(self.generator.non_trainable_variables, self.generator_ema.non_trainable_variables):
            average.assign(value)


# Data: a folder of images whose names say the age, or one with these in images/ and their masks in masks/, or what
# "ragan data prepare" writes, which has labels.csv as well. Read as the Java version reads them, with two exceptions: numbers
# in front of names that only count the images are not refused, and labels.csv must be UTF-8 and spell names as the files do.


@dataclasses.dataclass(frozen=True)
class Face:
    """An image on disk."""

    image: Path
    mask: Path | None  # None: all of it is face
    age: float
    name: str  # in the data set that it comes from
    person: str  # alike for all images of a person; where nobody is known, the name
    split: str | None = None  # training, held_out, or None: the hash of the person decides


IMAGE = r"\.(jpg|jpeg|jpe|jfif|png|gif|bmp|dib)"
NAMES = [  # of people at several ages: AgeDB's, CACD's, MORPH's and FG-NET's
    r"\d+_(?P<person>.*[^\W\d_].*)_(?P<age>\d{1,3})_[fm]",  # 0_MariaCallas_35_f.jpg
    r"(?P<age>\d{1,3})_(?P<person>.*[^\W\d_].*)_\d{4}",  # 53_Robin_Williams_0001.jpg
    r"(?P<person>\d{5,7})_\d{1,2}[fm](?P<age>\d{2,3})",  # 009055_1M54.JPG
    r"(?P<person>\d{3})a(?P<age>\d{2})[a-z]?",  # 001A05.JPG
]
AGE_FIRST = r"(?P<age>\d{1,3})_.*(?P<person>)"  # UTKFace's


def list_faces(folder):
    """The faces of a folder, by name.

    Files whose name has no age, that lack their mask, or that TensorFlow does not read (WebP and TIFF) are left out.
    """
    folder = Path(folder)
    images = folder / "images" if (folder / "images").is_dir() else folder
    masks = folder / "masks" if images != folder and (folder / "masks").is_dir() else None
    labels = folder / "labels.csv"
    faces = labelled(labels, images, masks) if labels.exists() and images != folder else named(images, masks)
    faces = [face for face in faces if face.image.is_file() and (masks is None or face.mask.exists())]
    faces = [face for face in faces if re.search(IMAGE + "$", face.image.name, re.I)]
    if not faces:
        raise ValueError(f"a data folder must hold .jpg or .png images named [age]_... but {folder} has none")
    return sorted(faces, key=lambda face: face.name)


def named(images, masks):
    """Faces whose file names say the age: in the way that at least half of the names do, or else in front."""
    files = [file for file in images.iterdir() if re.search(IMAGE + "$", file.name, re.I) and file.name[0] != "."]
    read = [[aged(pattern, file) for file in files] for pattern in NAMES]
    most = max(read, key=lambda matches: len(matches) - matches.count(None))
    most = most if (len(most) - most.count(None)) * 2 >= len(files) else [aged(AGE_FIRST, file) for file in files]
    for file, name in zip(files, most):
        if name:
            yield Face(file, masks and masks / file.name, int(name["age"]), file.name, name["person"] or file.name)


def aged(pattern, file):
    """A match of the file's name, if it is of this kind and the age is one."""
    name = re.fullmatch(pattern, re.sub(r"\.[^.]*$", "", file.name), re.I)
    return name if name and int(name["age"]) <= 120 else None


def labelled(labels, images, masks):
    """Faces that labels.csv names."""
    text = labels.read_text(encoding="utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=text.split("\n")[0].count))
    columns = [column.strip().lower() for column in header]
    for cells in filter(None, rows):
        row = dict(zip(columns, map(str.strip, cells)))
        file = row["file"].replace("\\", "/")
        file = file if (images / file).exists() else re.sub("^(.*/)?images/", "", file)
        name = row.get("source", file)
        person = row.get("person") or name
        age = float(row["age"].replace(",", "."))
        yield Face(images / file, masks and masks / file, age, name, person, row.get("split"))


def split(faces):
    """Faces to train on and faces that training never sees: those that the data hold out, or else a tenth (at most
    1000, chosen by the hash of the person, so that nobody is in both parts). O"""
    held_out = {face.name for face in faces if face.split == "held_out"}
    held_out = held_out or hold_out([(face.name, face.person) for face in faces])
    return (
        [face for face in faces if face.name not in held_out],
        [face for face in faces if face.name in held_out],
    )


def hold_out(people):
    """The names to hold out of these pairs of name and person."""
    by_person = {}
    for name, person in people:
        by_person.setdefault(hashlib.sha256(person.encode()).hexdigest(), []).append(name)
    if len(by_person) == 1 and len(people) > 1:
        return hold_out([(name, name) for name, _ in people])  # one person, who cannot be kept apart
    order = [by_person[person] for person in sorted(by_person)]
    most = min(1000, max(1, len(people) // 10))
    held_out = set()
    for names in order:
        if len(held_out) + len(names) <= most:
            held_out.update(names)
    return held_out or set(min(order, key=len))


def middle_square(image):
    """[H, W, C] to [side, side, C]."""
    side = tf.reduce_min(tf.shape(image)[:2])
    top, left = tf.unstack((tf.shape(image)[:2] - side) // 2)
    return image[top : top + side, left : left + side]


def is_png(data):
    return tf.strings.substr(data, 1, 3) == "PNG"


def decode_colours(data):
    """A picture file to [H, W, 3] in 0..255, on white where it is transparent."""

    def on_white():
        colours, alpha = tf.split(tf.cast(tf.io.decode_png(data, channels=4), tf.float32), [3, 1], -1)
        return colours * (alpha / 255) + (255 - alpha)

    def opaque():
        return tf.cast(tf.io.decode_image(data, channels=3, expand_animations=False), tf.float32)

    return tf.ensure_shape(tf.cond(is_png(data), on_white, opaque), [None, None, 3])


def decode_face(data, size):
    """A picture file to [S, S, 3] in [-1, 1]: its middle square, by area where it shrinks, bilinear where it grows.

    This is what the Java version reads, but for what TensorFlow cannot do: it does not turn photos upright as EXIF
    says, ignores colour profiles, and does not read WebP and TIFF. `ragan data prepare` makes PNG files that need none
    of that.
    """
    image = middle_square(decode_colours(data))
    side = tf.minimum(tf.shape(image)[0], size)
    # Each of the two resizes leaves alone what the other one changes.
    image = tf.image.resize(tf.image.resize(image, [side, side], method="area"), [size, size])
    return tf.ensure_shape(image * (2 / 255) - 1, [size, size, 3])


def decode_mask(data, size):
    """A mask, mostly a grey PNG, to [S, S, 1] in [0, 1] by its nearest pixels; what is transparent is no face."""

    def on_black():
        colours, alpha = tf.split(tf.cast(tf.io.decode_png(data, channels=4), tf.float32), [3, 1], -1)
        return tf.round(tf.image.rgb_to_grayscale(tf.round(colours * (alpha / 255))))

    def opaque():
        return tf.cast(tf.io.decode_image(data, channels=1, expand_animations=False), tf.float32)

    mask = tf.ensure_shape(tf.cond(is_png(data), on_black, opaque), [None, None, 1])
    mask = tf.image.resize(middle_square(mask), [size, size], method="nearest")
    return tf.ensure_shape(mask / 255, [size, size, 1])


def read_face(image_path, mask_path, size):
    """Image and mask; an empty mask_path: all of it is face."""
    image = decode_face(tf.io.read_file(image_path), size)
    if tf.strings.length(mask_path) == 0:
        return image, whole_image(image)
    return image, decode_mask(tf.io.read_file(mask_path), size)


def batches(faces, size, batch, seed=0):
    """Endless batches: every group alike often (S), a target (P), image and mask mirrored half of the time (L)."""
    by_group = {}
    for face in faces:
        by_group.setdefault(age_group(face.age), []).append((str(face.image), str(face.mask or "")))

    def of_group(group):
        images, masks = zip(*by_group[group])
        files = tf.data.Dataset.from_tensor_slices((list(images), list(masks)))
        files = files.shuffle(len(images), seed=seed + group).repeat()
        return files.map(lambda image, mask: (image, mask, group))

    def read(image_path, mask_path, group):
        return *read_face(image_path, mask_path, size), tf.one_hot(group, AGES)

    def with_target(state, face):
        image, mask, group = face
        flip, target = tf.unstack(tf.random.stateless_uniform([2], [seed, state]))
        both = tf.concat([image, mask], -1)  # [S, S, 4]
        both = tf.cond(flip < 0.5, lambda: both[:, ::-1], lambda: both)
        target = tf.one_hot(tf.cast(target * AGES, tf.int32), AGES)
        return state + 1, {"images": both[..., :3], "masks": both[..., 3:], "groups": group, "targets": target}

    return (
        tf.data.Dataset.sample_from_datasets([of_group(group) for group in sorted(by_group)], seed=seed)
        .map(read, num_parallel_calls=tf.data.AUTOTUNE)
        .ignore_errors(log_warning=True)  # a file that is no image is skipped
        .scan(tf.constant(0, tf.int64), with_target)
        .batch(batch, drop_remainder=True)
        .prefetch(tf.data.AUTOTUNE)
    )


# Samples.


def reage(generator, images, masks, groups):
    """Images at an age, in [-1, 1], [N, S, S, 3]; groups [N, 10] says how much of each group."""
    return tf.clip_by_value(generator(images, masks, age_code(groups)), -1.0, 1.0)


def lifespan(generator, images, masks):
    """Images at all ten groups in order, [N, 10, S, S, 3]."""
    each = [reage(generator, images, masks, tf.repeat(group[None], len(images), 0)) for group in tf.eye(AGES)]
    return tf.stack(each, axis=1)


def sample_grid(generator, images, masks):
    """A picture, uint8 [rows, columns, 3]: a row for each face, the input in the first column, then the ten groups."""
    columns = tf.concat([images[:, None], lifespan(generator, images, masks)], 1)  # [N, 11, S, S, 3]
    rows = np.concatenate(np.concatenate(np.asarray(columns), axis=1), axis=1)
    return levels(rows).numpy()


def levels(images):
    """From [-1, 1] to 0..255."""
    return tf.cast(tf.clip_by_value(tf.floor(images * 127.5 + 128), 0, 255), tf.uint8)


# Export.


class ReAging(tf.Module):
    """The generator as a SavedModel: m.reage(image, age), m.variables, and the signatures that Java writes too."""

    # Plain attributes in place of tf.Module's properties: a loaded model has what was an attribute.
    variables = trainable_variables = ()

    def __init__(self, generator):
        super().__init__(name="re_aging_gan")
        config = generator.config
        size, side = config.image_size, IDENTITY_SIZE
        image = tf.TensorSpec([None, size, size, 3], name="image")
        mask = tf.TensorSpec([None, size, size, 1], name="mask")
        years = tf.TensorSpec([None], name="target_age")
        identity = tf.TensorSpec([None, side, side, config.identity_width], name="identity")
        style = tf.TensorSpec([None, config.style_size], name="style")
        image_bytes = tf.TensorSpec([None], tf.string, name="image_bytes")

        # The variables inside of Keras' ones: those are what the functions read, so those have to be restored.
        self.variables = [variable.value for variable in generator.variables]
        self.trainable_variables = [variable.value for variable in generator.trainable_variables]
        for variable in generator.variables:
            self._hold("generator/" + variable.path.split("/", 1)[1], variable.value)

        @tf.function(input_signature=[image, years])
        def reage_years(image, target_age):
            return reage(generator, image, whole_image(image), groups_of_years(target_age))

        @tf.function(input_signature=[image, mask, years])
        def reage_masked(image, mask, target_age):
            return {"reaged": reage(generator, image, mask, groups_of_years(target_age))}

        @tf.function(input_signature=[image])
        def lifespan(image):
            mask = whole_image(image)
            identity, image_features = generator.identity_encoder(image, mask)  # once for all ages
            ages = []
            for centre in CENTRES:
                code = age_code(groups_of_years(tf.fill(tf.shape(image)[:1], centre)))  # [N, 500]
                style = generator.age_modulator(identity, code)  # [N, d]
                ages.append(tf.clip_by_value(generator.decoder(identity, image_features, style, mask), -1.0, 1.0))
            return {"reaged": tf.stack(ages, axis=1)}

        @tf.function(input_signature=[image])
        def encode(image):
            return {"identity": generator.identity_encoder(image, whole_image(image))[0]}

        @tf.function(input_signature=[image, mask])
        def encode_masked(image, mask):
            return {"identity": generator.identity_encoder(image, mask)[0]}

        @tf.function(input_signature=[identity, years])
        def modulate(identity, target_age):
            return {"style": generator.age_modulator(identity, age_code(groups_of_years(target_age)))}

        @tf.function(input_signature=[image, mask, identity, style])
        def decode(image, mask, identity, style):
            image_features = generator.identity_encoder.from_rgb(image)  # [N, S, S, b]
            decoded = generator.decoder(identity, image_features, style, mask)
            return {"reaged": tf.clip_by_value(decoded, -1.0, 1.0)}

        @tf.function(input_signature=[image_bytes, years])
        def serving_bytes(image_bytes, target_age):
            decoded = tf.TensorSpec([size, size, 3])
            images = tf.map_fn(partial(decode_face, size=size), image_bytes, fn_output_signature=decoded)
            reaged = levels(reage_years(images, target_age))
            return {"reaged_bytes": tf.map_fn(tf.io.encode_png, reaged, fn_output_signature=tf.string)}

        @tf.function(input_signature=[image, years])
        def serving_default(image, target_age):
            return {"reaged": reage_years(image, target_age)}

        self.reage = reage_years
        self.signatures_to_save = {
            "serving_default": serving_default,
            "reage_masked": reage_masked,
            "lifespan": lifespan,
            "encode": encode,
            "encode_masked": encode_masked,
            "modulate": modulate,
            "decode": decode,
            "serving_bytes": serving_bytes,
        }

    def _hold(self, path, variable):
        """Makes a variable an attribute along its path, so that a loaded model has it there."""
        *parents, name = path.split("/")
        holder = self
        for parent in parents:
            if not hasattr(holder, parent):
                setattr(holder, parent, tf.Module())
            holder = getattr(holder, parent)
        setattr(holder, name, variable)


def model_card(model, training, step, data, licence):
    """What a model is and where it comes from; the fields are those of the Java version."""
    return {
        "description": "Re-Aging GAN: the generator of a run, averaged over training.",
        "config": {"data": data, "model": camel_case(model), "training": camel_case(training)},
        "step": step,
        "images": step * training.batch,
        "data": data,
        "licence": licence,
        "metrics": {},
        "versions": {"tensorflow": tf.__version__, "keras": keras.__version__},
    }


def camel_case(config):
    """A dataclass as JSON with Java's names."""

    def java_name(name):
        return re.sub(r"_(\w)", lambda letter: letter[1].upper(), name)

    return {
        java_name(field): camel_case(value) if dataclasses.is_dataclass(value) else value
        for field, value in vars(config).items()
    }


def export_saved_model(generator, card, folder):
    """Writes a SavedModel with every signature, and its model card."""
    module = ReAging(generator)
    tf.saved_model.save(module, str(folder), signatures=module.signatures_to_save)
    extra = Path(folder) / "assets.extra"
    extra.mkdir(exist_ok=True)
    (extra / "model_card.json").write_text(json.dumps(card, indent=2) + "\n")


class ReAger(keras.Model):
    """{"image", "target_age"} to {"reaged"}: what Keras' own export() needs for the signature serving_default."""

    def __init__(self, generator, **kwargs):
        super().__init__(**kwargs)
        self.generator = generator

    def call(self, inputs):
        image = inputs["image"]
        groups = groups_of_years(inputs["target_age"])
        return {"reaged": reage(self.generator, image, whole_image(image), groups)}


def export_with_keras(generator, folder):
    """Writes a SavedModel by keras.Model.export: serving_default alone."""
    size = generator.config.image_size
    inputs = {
        "image": keras.InputSpec(shape=(None, size, size, 3), dtype="float32", name="image"),
        "target_age": keras.InputSpec(shape=(None,), dtype="float32", name="target_age"),
    }
    model = ReAger(generator, name="re_ager")
    model({"image": tf.zeros([1, size, size, 3]), "target_age": tf.zeros([1])})
    model.export(folder, verbose=False, input_signature=[inputs])

"""Asserts that a step sees the faces as its extensions say, and prints which steps are grey and which without masks.

    presentation.py SEED GREY MASK_DROPOUT STEPS    a line for each step: grey, then without masks, each 0 or 1
"""

import dataclasses
import sys

import numpy as np
import tensorflow as tf
from re_aging_gan import AGES, PRESETS, QUICK, Extensions, Training, presented, whole_image

IMAGES = tf.random.stateless_uniform([2, 32, 32, 3], [1, 2], -1, 1)
MASKS = tf.round(tf.random.stateless_uniform([2, 32, 32, 1], [3, 4]))


def moved_by(config):
    """Images and masks that a first step moves the networks by."""
    training = Training(PRESETS["tiny-32"], config)
    seen = []
    training.move = lambda images, masks, *others: seen.extend([images, masks]) or {}
    groups = tf.one_hot([3, 8], AGES)
    training.step({"images": IMAGES, "masks": MASKS, "groups": groups, "targets": groups[::-1]})
    return seen


grey, whole = moved_by(dataclasses.replace(QUICK, batch=2, extensions=Extensions(mask_dropout=1, grey=1)))
red, green, blue = tf.unstack(IMAGES, axis=-1)
for channel in range(3):
    np.testing.assert_allclose(grey[..., channel], 0.299 * red + 0.587 * green + 0.114 * blue, atol=1e-6)
np.testing.assert_array_equal(whole, whole_image(IMAGES))

seed, share, dropout, steps = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
config = dataclasses.replace(QUICK, seed=seed, extensions=Extensions(mask_dropout=dropout, grey=share))
for step in range(1, steps + 1):
    images, masks = presented(IMAGES[:1, :1, :1], MASKS[:1, :1, :1] * 0, config, step)
    print(int(images[0, 0, 0, 0] == images[0, 0, 0, 1]), int(masks[0, 0, 0, 0]))

"""Exports one generator in both of Python's ways, and says what it gives as JSON on standard output.

export_models.py FOLDER INPUT; INPUT is JSON: image [N][S][S][3], mask [N][S][S][1] and target_age [N].
FOLDER gets "module" by tf.saved_model.save, "keras" by Keras' own export().
"""

import json
import sys
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

import re_aging_gan as ragan

folder, file = Path(sys.argv[1]), Path(sys.argv[2])
given = {name: tf.constant(values, tf.float32) for name, values in json.loads(file.read_text()).items()}
config = ragan.PRESETS["tiny-32"]
keras.utils.set_random_seed(5)
generator = ragan.build_generator(config)
for i, variable in enumerate(generator.variables):
    # Biases count too, and variances stay positive.
    start = 0.6 if variable.path.endswith("moving_variance") else 0.0
    variable.assign_add(start + 0.1 * tf.random.stateless_normal(variable.shape, [1, i]))
card = ragan.model_card(config, ragan.QUICK, step=0, data="none", licence="none")
ragan.export_saved_model(generator, card, folder / "module")
ragan.export_with_keras(generator, folder / "keras")
groups = ragan.groups_of_years(given["target_age"])
whole = ragan.whole_image(given["image"])
json.dump(
    {
        "reaged": np.asarray(ragan.reage(generator, given["image"], whole, groups)).tolist(),
        "masked": np.asarray(ragan.reage(generator, given["image"], given["mask"], groups)).tolist(),
    },
    sys.stdout,
)

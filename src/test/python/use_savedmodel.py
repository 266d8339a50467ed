"""Uses a SavedModel as a Python program would, and says what came out as JSON on standard output.

use_savedmodel.py MODEL INPUT; INPUT is JSON: image [N][S][S][3] and target_age [N].
"""

import json
import sys

import keras
import numpy as np
import tensorflow as tf


def distance(a, b):
    return float(tf.reduce_max(tf.abs(a - b)))


def fine_tune(model, image, age):
    """A few steps of gradient descent through the model; the losses."""
    losses = []
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model.reage(image, age) - image))
        gradients = tape.gradient(loss, model.trainable_variables)
        for variable, gradient in zip(model.trainable_variables, gradients, strict=True):
            variable.assign_sub(0.01 * gradient)
        losses.append(float(loss))
    return losses


folder, file = sys.argv[1:]
with open(file) as stream:
    given = json.load(stream)
image = tf.constant(given["image"], tf.float32)
age = tf.constant(given["target_age"], tf.float32)
model = tf.saved_model.load(folder)
reaged = model.reage(image, age)
signature = model.signatures["serving_default"](image=image, target_age=age)["reaged"]
mask = tf.ones_like(image[..., :1])
identity = model.encode_masked(image, mask)
decoded = model.decode(identity=identity, image=image, mask=mask, style=model.modulate(identity, age))
layer = keras.layers.TFSMLayer(folder, call_endpoint="serving_default")
functional = keras.Model(
    inputs := [keras.Input(image.shape[1:]), keras.Input(())],
    layer(inputs[0], target_age=inputs[1])["reaged"],
)
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(tf.square(model.reage(image, age)))
gradients = tape.gradient(loss, model.trainable_variables)
json.dump(
    {
        "signatures": sorted(model.signatures),
        "variables": {v.name.split(":")[0]: list(v.shape) for v in model.variables},
        "trainable": [v.name.split(":")[0] for v in model.trainable_variables],
        "byPath": float(tf.reduce_sum(model.generator.identity_encoder.from_rgb.kernel)),
        "withoutGradient": [
            v.name for v, g in zip(model.trainable_variables, gradients, strict=True) if g is None
        ],
        "gradientNorm": float(tf.linalg.global_norm(gradients)),
        "reaged": np.asarray(reaged).tolist(),
        "signatureApart": distance(signature, reaged),
        "lifespanApart": distance(model.lifespan(image)[:, 8], model.reage(image, tf.fill([len(image)], 59.5))),
        "decodedApart": distance(decoded, reaged),
        "style": list(model.modulate(model.encode(image), age).shape),
        "layerApart": distance(layer(image, target_age=age)["reaged"], reaged),
        "layerTrainable": len(layer.trainable_weights),
        "functionalApart": distance(functional([image, age]), reaged),
        "png": tf.io.decode_png(model.serving_bytes([tf.io.encode_png(tf.cast((image[0] + 1) * 127.5, tf.uint8))], age[:1])[0]).shape[0],
        "losses": fine_tune(model, image, age),
    },
    sys.stdout,
)

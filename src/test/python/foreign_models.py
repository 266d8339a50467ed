"""Writes models as strangers have them: foreign_models.py FOLDER. What is re-aged is the negative of the picture."""

import sys
from pathlib import Path

import keras
import tensorflow as tf
from google.protobuf import text_format
from tensorflow.core.protobuf import saved_model_pb2

SIZE = 32
FOLDER = Path(sys.argv[1])


def save(name, function, image=(None, SIZE, SIZE, 3), age=(None,), types=(tf.float32, tf.float32), names=("image", "target_age"),
         signature="serving_default"):
    module = tf.Module()
    specs = {
        names[0]: tf.TensorSpec(image, types[0], name=names[0]),
        names[1]: tf.TensorSpec(age, types[1], name=names[1]),
    }
    module.function = tf.function(lambda **inputs: function(*(inputs[n] for n in names)))
    concrete = module.function.get_concrete_function(**specs)
    tf.saved_model.save(module, str(FOLDER / name), signatures={signature: concrete})


def negative(image, age):
    return {"reaged": -image}


def with_more_outputs(image, age):
    zeros = tf.zeros_like(image)
    return {"aaa": zeros, "confidence": tf.cast(age, tf.float32), "reaged": -image, "zzz": zeros}


def age_as_brightness(image, age):
    years = tf.cast(tf.reshape(age, [-1, 1, 1, 1]), tf.float32)
    return {"reaged": tf.zeros_like(image) + years / 100}


# Work as they are, or are converted.
save("two-outputs", with_more_outputs)
save("channels-first", negative, image=(None, 3, SIZE, SIZE))
save("any-size", negative, image=(None, None, None, 3))
save("any-rank", negative, image=None)
for kind in (tf.float16, tf.bfloat16, tf.float64):
    save(kind.name, negative, types=(kind, tf.float32))
for kind in (tf.uint8, tf.int32, tf.int64):
    save(kind.name, lambda image, age: {"reaged": 255 - image}, types=(kind, tf.float32))
save("ages-int32", age_as_brightness, types=(tf.float32, tf.int32))
save("ages-column", age_as_brightness, age=(None, 1))
save("one-at-a-time", negative, image=(1, SIZE, SIZE, 3), age=(1,))

# Are refused.
save("other-names", negative, names=("x", "years"))
save("other-signature", negative, signature="predict")
save("other-output", lambda image, age: {"output_0": -image})
save("one-channel", negative, image=(None, SIZE, SIZE, 1))
save("no-batch", negative, image=(SIZE, SIZE, 3))
save("groups", lambda image, age: {"reaged": -image}, age=(None, 10))
save("strings", lambda image, age: {"reaged": age}, image=(None,), types=(tf.string, tf.float32))
save("larger", lambda image, age: {"reaged": tf.repeat(tf.repeat(-image, 2, 1), 2, 2)})
save("larger-of-any-size", lambda image, age: {"reaged": tf.repeat(tf.repeat(-image, 2, 1), 2, 2)}, image=(None, None, None, 3))
save("levels", lambda image, age: {"reaged": (image + 1) * 127.5})
save("no-number", lambda image, age: {"reaged": image / 0})

# Two graphs, of which the second is served.
with tf.Graph().as_default(), tf.compat.v1.Session() as session:
    image = tf.compat.v1.placeholder(tf.float32, (None, SIZE, SIZE, 3))
    age = tf.compat.v1.placeholder(tf.float32, (None,))
    scale = tf.compat.v1.get_variable("scale", initializer=-1.0)
    session.run(scale.initializer)
    reaged = image * scale
    builder = tf.compat.v1.saved_model.Builder(str(FOLDER / "two-graphs"))
    predict = tf.compat.v1.saved_model.predict_signature_def
    builder.add_meta_graph_and_variables(session, ["train"], {"learn": predict({"batch": image}, {"loss": reaged})})
    builder.add_meta_graph(
        ["serve"], {"serving_default": predict({"image": image, "target_age": age}, {"reaged": reaged})})
    builder.save()
    builder = tf.compat.v1.saved_model.Builder(str(FOLDER / "other-tag"))
    builder.add_meta_graph_and_variables(session, ["train"], {"learn": predict({"batch": image}, {"loss": reaged})})
    builder.save()
    frozen = tf.compat.v1.graph_util.convert_variables_to_constants(session, session.graph_def, [reaged.op.name])
    (FOLDER / "frozen.pb").write_bytes(frozen.SerializeToString())

# The same as text, and its variables alone.
binary = FOLDER / "two-graphs" / "saved_model.pb"
for name in ("text", "variables-alone"):
    tf.io.gfile.makedirs(str(FOLDER / name / "variables"))
    for file in (FOLDER / "two-graphs" / "variables").iterdir():
        tf.io.gfile.copy(str(file), str(FOLDER / name / "variables" / file.name))
text = text_format.MessageToString(saved_model_pb2.SavedModel.FromString(binary.read_bytes()))
(FOLDER / "text" / "saved_model.pbtxt").write_text(text)

# What Keras writes: a whole model in both forms, and weights of a stranger who likes our names.
model = keras.Sequential([
    keras.Input((SIZE, SIZE, 3)), keras.layers.Conv2D(3, 3, padding="same", name="norm"), keras.layers.Dense(3, name="branches")])
model.save(FOLDER / "whole.h5")
model.save(FOLDER / "whole.keras")
model.save_weights(FOLDER / "generator.weights.h5")

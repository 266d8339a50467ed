"""Reads data folders as the Keras version does, and says what is in them as JSON on standard output.

read_folder.py SIZE FOLDER...
"""

import json
import sys

import numpy as np
import re_aging_gan as keras_version


def read(folder, size):
    faces = keras_version.list_faces(folder)
    training, held_out = keras_version.split(faces)
    image, mask = keras_version.read_face(str(training[0].image), str(training[0].mask or ""), size)
    return {
        "training": {face.name: face.age for face in training},
        "heldOut": [face.name for face in held_out],
        "image": np.asarray(image).tolist(),
        "mask": np.asarray(mask).tolist(),
    }


json.dump([read(folder, int(sys.argv[1])) for folder in sys.argv[2:]], sys.stdout)

"""Goes on with trainings that Java began, with the inputs of parity.py.

    border.py FOLDER PRESET BATCH STEPS

FOLDER/start and FOLDER/java are checkpoints that Java wrote before the first and after STEPS steps. Written are
FOLDER/python, STEPS steps after start; FOLDER/python_alone, as many again after that; and FOLDER/java_python, as many after
java. The terms of the losses of each of these steps are printed as JSON.
"""

import dataclasses
import json
import sys
from pathlib import Path

import tensorflow as tf
from parity import Inputs
from re_aging_gan import PAPER, PRESETS, Training


def take_up(training, folder):
    training.checkpoint.restore(tf.train.latest_checkpoint(folder)).assert_consumed()


def train(training, steps):
    """As many more steps; the terms of their losses."""
    begin = int(training.finished_steps)
    each = []
    for step in range(begin + 1, begin + steps + 1):
        terms = training.move(**vars(Inputs(step, training.config.batch, training.generator.config.image_size)))
        each.append({name: float(value) for name, value in terms.items()})
    return each


def leave(training, folder):
    tf.train.CheckpointManager(training.checkpoint, folder, max_to_keep=1).save()


folder, preset, batch, steps = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
# As in parity.py: R1 has a weight that makes it count.
training = Training(PRESETS[preset], dataclasses.replace(PAPER, batch=batch, r1_weight=3e4, cycle_weight=3.0))
losses = {}
take_up(training, folder / "start")
losses["python"] = train(training, steps)
leave(training, folder / "python")
losses["python_alone"] = train(training, steps)
leave(training, folder / "python_alone")
take_up(training, folder / "java")
losses["java_python"] = train(training, steps)
leave(training, folder / "java_python")
print(json.dumps(losses))

"""Asserts that the Keras networks have the golden names and shapes, and the parameter counts of every preset."""

import math
from pathlib import Path

from re_aging_gan import PRESETS, build_discriminator, build_generator

GOLDEN = Path(__file__).parent.parent / "resources" / "names"

# Trained values of generator and discriminator.
COUNTS = {
    "canonical-256": (56_135_811, 20_856_394),
    "canonical-128": (45_643_907, 16_136_778),
    "canonical-64": (13_160_323, 11_417_162),
    "light-256": (14_811_203, 5_217_066),
    "light-128": (12_186_691, 4_036_906),
    "light-64": (3_678_147, 2_856_746),
    "small-128": (1_131_171, 720_058),
    "small-64": (1_113_571, 715_418),
    "tiny-64": (375_411, 179_474),
    "tiny-32": (148_451, 105_618),
}


def names_and_shapes(variables):
    return [f"{variable.path} {list(variable.shape)}" for variable in variables]


assert COUNTS.keys() == PRESETS.keys(), PRESETS.keys()
for preset, counts in COUNTS.items():
    networks = build_generator(PRESETS[preset]), build_discriminator(PRESETS[preset])
    for network, count in zip(networks, counts):
        built = sum(math.prod(variable.shape) for variable in network.trainable_variables)
        assert built == count, f"{preset} {network.name}: {built} parameters, not {count}"

    file = GOLDEN / f"{preset}.txt"
    if file.exists():
        golden = file.read_text().splitlines()
        # Keras lists trained variables and statistics apart; within each kind the order is one.
        trained = names_and_shapes(variable for network in networks for variable in network.trainable_variables)
        assert trained == [line for line in golden if "/moving_" not in line], f"{preset}: {trained}"
        statistics = names_and_shapes(variable for network in networks for variable in network.non_trainable_variables)
        assert statistics == [line for line in golden if "/moving_" in line], f"{preset}: {statistics}"

"""How far PyTorch's passes, losses and first step are from those of Keras, from the weights and inputs of parity.py.

pytorch_parity.py MODEL, as parity.py takes it, prints JSON,
the largest distance of each kind: of a number that is about 1, or relative to the norm.
"""

import dataclasses
import json
import sys

import numpy as np
import parity
import re_aging_gan as keras_version
import re_aging_gan_pytorch as pytorch_version
import torch


def channels_first(tensor):
    array = np.asarray(tensor)
    return torch.tensor(array.transpose(0, 3, 1, 2).copy() if array.ndim == 4 else array)


def under(network, tensors):
    """Those of a network, by what follows its name."""
    return {name[len(network) + 1 :]: np.asarray(value) for name, value in tensors.items() if name.startswith(f"{network}/")}


def give_moments(network, optimizer, moments):
    """Adam's, by the names of parity.py; they travel through a network of the same layers."""
    both = {}
    for kind in ("m", "v"):
        holder = pytorch_version.copy.deepcopy(network)
        values = {name[: -len(kind) - 1]: value for name, value in moments.items() if name.endswith(f"/{kind}")}
        holder.load_state_dict(pytorch_version.state(values), strict=False)
        both[kind] = dict(holder.named_parameters())
    for name, parameter in network.named_parameters():
        optimizer.state[parameter] = {
            "step": torch.tensor(0.0),
            "exp_avg": both["m"][name].detach().clone(),
            "exp_avg_sq": both["v"][name].detach().clone(),
        }


def arguments(inputs):
    given = vars(inputs)
    numbers = ("learning_rate", "reconstruction_weight", "average_decay")
    return {name: float(value) if name in numbers else channels_first(value) for name, value in given.items()}


def relative(ours, theirs):
    return float(np.linalg.norm(np.asarray(ours) - theirs) / np.linalg.norm(theirs))


def variables_apart(network, values):
    """The largest difference of a variable."""
    expected = pytorch_version.state(values)
    return max(float((tensor - expected[name]).abs().max()) for name, tensor in network.state_dict().items())


def main(model):
    batch, config = parity.BATCHES[model], parity.MODELS[model]
    assert {name: dataclasses.asdict(value) for name, value in keras_version.PRESETS.items()} == {
        name: dataclasses.asdict(value) for name, value in pytorch_version.PRESETS.items()
    }
    settings = dataclasses.replace(keras_version.PAPER, batch=batch, r1_weight=3e4, cycle_weight=3.0)
    theirs = keras_version.Training(config, settings)
    for name, variable in (parity.variables(theirs) | parity.moments(theirs)).items():
        variable.assign(parity.weight(name, variable.shape))
    ours = pytorch_version.Training(pytorch_version.ModelConfig(**dataclasses.asdict(config)), r1_weight=3e4, cycle_weight=3.0)
    networks = {name: getattr(ours, name) for name in ("generator", "discriminator", "generator_ema")}
    for name, network in networks.items():
        network.load_state_dict(pytorch_version.state(under(name, parity.variables(theirs))))
    for name, optimizer in (("generator", ours.generator_optimizer), ("discriminator", ours.discriminator_optimizer)):
        give_moments(networks[name], optimizer, under(f"adam/{name}", parity.moments(theirs)))

    passes = parity.Inputs(0, batch, config.image_size)
    code = keras_version.age_code(passes.groups) + 0.2 * passes.noise[0]
    image, mask, code_here = channels_first(passes.images), channels_first(passes.masks), torch.tensor(np.asarray(code))
    with torch.no_grad():
        apart = {"logits": relative(ours.discriminator(image), theirs.discriminator(passes.images))}
        for training in (False, True):
            drawn = ours.generator(image, mask, code_here, training=training).permute(0, 2, 3, 1)
            expected = theirs.generator(passes.images, passes.masks, code, training=training)
            apart["training" if training else "inference"] = relative(drawn, np.asarray(expected))

    inputs = parity.Inputs(1, batch, config.image_size)
    expected = {name: float(value) for name, value in theirs.move(**vars(inputs)).items()}
    terms = {name: float(value) for name, value in ours.move(**arguments(inputs)).items()}
    assert terms.keys() == expected.keys()
    apart["losses"] = max(abs(terms[name] / expected[name] - 1) for name in expected)
    after = parity.variables(theirs)
    apart["variables"] = max(variables_apart(network, under(name, after)) for name, network in networks.items())
    moments = parity.moments(theirs)
    for name, optimizer in (("generator", ours.generator_optimizer), ("discriminator", ours.discriminator_optimizer)):
        kernels = {path: value for path, value in under(f"adam/{name}", moments).items() if path.endswith("kernel/m")}
        gradients = pytorch_version.state({path[:-2]: value for path, value in kernels.items()})
        parameters = dict(networks[name].named_parameters())
        apart[f"{name} gradients"] = max(
            relative(optimizer.state[parameters[path]]["exp_avg"], gradient.numpy()) for path, gradient in gradients.items()
        )
    json.dump(apart, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])

"""The networks and the training step of re_aging_gan.py in PyTorch, written the plain way, to measure speed against.

What the Keras version says about where each part comes from holds here too. Names of attributes are those of the Keras
layers, so that `state` can translate their weights. There is no schedule: a step takes as long with any learning rate.

Shapes: N images in a batch, S image side, C channels; images [N, 3, S, S] in [-1, 1], masks [N, 1, S, S] with 1 = face.
"""

import contextlib
import copy
import dataclasses
import math

import torch
import torch.nn.functional as F
from torch import nn

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
    upsampling: str = "nearest"  # of the decoder; or "bilinear"
    attention: bool = False  # whether the decoder learns where to leave the image as it is

    @property
    def levels(self):
        """How often the encoder halves the image, down to 16 x 16."""
        return int(math.log2(self.image_size // 16))

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


PRESETS = {
    f"{family}-{size}": ModelConfig(f"{family}-{size}", size, *widths)
    for family, widths, sizes in [
        ("canonical", (64, 512, 512), (256, 128, 64)),
        ("light", (32, 256, 256), (256, 128, 64)),
        ("small", (16, 128, 128, 1), (128,)),
        ("small", (16, 128, 128), (64,)),
        ("tiny", (8, 64, 64), (64, 32)),
    ]
    for size in sizes
}

# Ages.

AGES = 10
BLOCK = 50  # numbers in the age code for each group
NOISE = 0.2  # deviation of the code's noise
EPSILON = 1e-5  # of all norms
DECAY = 0.9  # of running statistics


def age_code(groups):
    """Code without noise of [N, 10]: 50 equal numbers for each group, [N, 500]."""
    return groups.repeat_interleave(BLOCK, dim=1)


# Blocks.


def leaky_relu(x):
    return F.leaky_relu(x, 0.2)


def initialised(layer):
    """With a kernel as He et al. 2015 draw it and a bias of 0."""
    nn.init.kaiming_normal_(layer.weight)
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


def conv3x3(width_in, width_out):
    return initialised(nn.Conv2d(width_in, width_out, 3, padding=1))


def conv1x1(width_in, width_out, bias=True):
    return initialised(nn.Conv2d(width_in, width_out, 1, bias=bias))


def modulated(normalised, gain_and_bias):
    """(1 + g) x + b with g and b [N, 2C]."""
    gain, bias = gain_and_bias[:, :, None, None].chunk(2, dim=1)  # [N, C, 1, 1]
    return (1 + gain) * normalised + bias


class InstanceNorm(nn.InstanceNorm2d):
    """Each channel of each image to mean 0 and variance 1, then to a learned gain and bias."""

    def __init__(self, channels):
        super().__init__(channels, eps=EPSILON, affine=True)

    def forward(self, x, condition=None, **phase):
        return super().forward(x)


class AdaIN(nn.Module):
    """An instance norm whose gain and bias follow from a style [N, d]."""

    def __init__(self, channels, style_size):
        super().__init__()
        self.dense = initialised(nn.Linear(style_size, 2 * channels))

    def forward(self, x, condition, **phase):
        return modulated(F.instance_norm(x, eps=EPSILON), self.dense(condition))


class ConditionalBatchNorm(nn.Module):
    """A batch norm whose gain and bias follow from an age code [N, 500]."""

    def __init__(self, channels):
        super().__init__()
        self.dense = initialised(nn.Linear(AGES * BLOCK, 2 * channels))
        self.register_buffer("moving_mean", torch.zeros(channels))
        self.register_buffer("moving_variance", torch.ones(channels))

    def forward(self, x, condition, training=False, move_statistics=False):
        if move_statistics:
            with torch.no_grad():
                # Not those of F.batch_norm, whose running variance is the unbiased one.
                variance, mean = torch.var_mean(x.float(), (0, 2, 3), correction=0)  # [C]
                self.moving_mean.lerp_(mean, 1 - DECAY)
                self.moving_variance.lerp_(variance, 1 - DECAY)
        statistics = (None, None) if training else (self.moving_mean, self.moving_variance)
        return modulated(F.batch_norm(x, *statistics, training=training, eps=EPSILON), self.dense(condition))


class ResBlock(nn.Module):
    """The pre-activation residual block: halves after its first convolution or doubles before it."""

    def __init__(self, width_in, width_out, norm=None, resize=None, upsampling="nearest"):
        super().__init__()
        middle = width_out if resize == "double" else width_in
        self.norm_1 = norm(width_in) if norm else None
        self.conv_1 = conv3x3(width_in, middle)
        self.norm_2 = norm(middle) if norm else None
        self.conv_2 = conv3x3(middle, width_out)
        self.shortcut = conv1x1(width_in, width_out, bias=False) if width_in != width_out else None
        self.resize = resize
        self.upsampling = upsampling

    def forward(self, x, condition=None, **phase):
        residual = leaky_relu(self.norm_1(x, condition, **phase) if self.norm_1 else x)
        residual = self.halved(self.conv_1(self.doubled(residual)))
        residual = self.conv_2(leaky_relu(self.norm_2(residual, condition, **phase) if self.norm_2 else residual))
        x = self.doubled(x)
        x = self.shortcut(x) if self.shortcut else x
        return (self.halved(x) + residual) / math.sqrt(2)  # keeps the variance

    def halved(self, x):
        return F.avg_pool2d(x, 2) if self.resize == "halve" else x

    def doubled(self, x):
        return F.interpolate(x, scale_factor=2, mode=self.upsampling) if self.resize == "double" else x


# Networks.


def add_blocks(network, norm, sizes, **options):
    """Gives a network the attributes block_0, block_1, ... of these (width_in, width_out, resize)."""
    network.blocks = len(sizes)
    for i, (width_in, width_out, resize) in enumerate(sizes):
        network.add_module(f"block_{i}", ResBlock(width_in, width_out, norm, resize, **options))


def apply_blocks(network, x, condition=None, **phase):
    """One block after the other."""
    for i in range(network.blocks):
        x = getattr(network, f"block_{i}")(x, condition, **phase)
    return x


class IdentityEncoder(nn.Module):
    """Who it is: image and mask to f_id [N, C, 16, 16] and the first layer's features [N, b, S, S]."""

    def __init__(self, config):
        super().__init__()
        self.from_rgb = conv3x3(3, config.base_width)
        halving = [(config.width(i), config.width(i + 1), "halve") for i in range(config.levels)]
        add_blocks(self, InstanceNorm, halving + 2 * [(config.identity_width, config.identity_width, None)])

    def forward(self, image, mask):
        image_features = self.from_rgb(image)  # [N, b, S, S]
        return apply_blocks(self, image_features * mask), image_features


class AgeModulator(nn.Module):
    """Towards which age: f_id and an age code [N, 500] to f_aw, the style [N, d]."""

    def __init__(self, config):
        super().__init__()
        add_blocks(self, ConditionalBatchNorm, 3 * [(config.identity_width, config.identity_width, "halve")])
        self.to_style = initialised(nn.Conv2d(config.identity_width, config.style_size, 2))

    def forward(self, identity, code, **phase):
        return self.to_style(leaky_relu(apply_blocks(self, identity, code, **phase)))[:, :, 0, 0]  # [N, d]


class Decoder(nn.Module):
    """The picture: f_id in a style; outside the mask the features of the image flow in."""

    def __init__(self, config):
        super().__init__()
        doubling = [(config.width(i), config.width(i - 1), "double") for i in range(config.levels, 0, -1)]
        sizes = 2 * [(config.identity_width, config.identity_width, None)] + doubling
        add_blocks(self, lambda channels: AdaIN(channels, config.style_size), sizes, upsampling=config.upsampling)
        self.norm = InstanceNorm(config.base_width)
        self.to_rgb = conv1x1(config.base_width, 3)
        self.attention = conv1x1(config.base_width, 1) if config.attention else None
        if self.attention is not None:
            nn.init.constant_(self.attention.bias, 2)

    def forward(self, identity, image_features, style, mask):
        face = leaky_relu(self.norm(apply_blocks(self, identity, style)))  # [N, b, S, S]
        if self.attention is not None:
            mask = mask * torch.sigmoid(self.attention(face))
        return self.to_rgb(mask * face + (1 - mask) * image_features)  # [N, 3, S, S], not clipped


class Generator(nn.Module):
    """The same people at another age: encode the identity, turn the age into a style, decode."""

    def __init__(self, config):
        super().__init__()
        self.identity_encoder = IdentityEncoder(config)
        self.age_modulator = AgeModulator(config)
        self.decoder = Decoder(config)

    def forward(self, image, mask, code, **phase):
        identity, image_features = self.identity_encoder(image, mask)
        return self.decoder(identity, image_features, self.age_modulator(identity, code, **phase), mask)


class Discriminator(nn.Module):
    """Real or not, for each age group: image to raw logits [N, 10]."""

    def __init__(self, config):
        super().__init__()
        levels = config.discriminator_levels
        self.from_rgb = conv3x3(3, config.base_width)
        add_blocks(self, None, [(config.width(i), config.width(i + 1), "halve") for i in range(levels)])
        self.to_vector = initialised(nn.Conv2d(config.width(levels), config.width(levels), 4))
        self.branches = conv1x1(config.width(levels), AGES)

    def forward(self, image):
        vector = self.to_vector(leaky_relu(apply_blocks(self, self.from_rgb(image))))  # [N, C, 1, 1]
        return self.branches(leaky_relu(vector))[:, :, 0, 0]  # [N, 10]


def branch(logits, groups):
    """D_y(x): the logit of each image's own branch, [N], of logits and one-hot groups [N, 10]."""
    return (logits * groups).sum(1)


def state(variables):
    """What load_state_dict takes, of Keras variables: NumPy arrays by their path below the network."""
    names = {"kernel": "weight", "gamma": "weight", "beta": "bias"}
    tensors = {}
    for path, value in variables.items():
        *layers, kind = path.split("/")
        axes = {4: (3, 2, 0, 1), 2: (1, 0)}.get(value.ndim, (0,))  # HWIO to OIHW
        tensors[".".join([*layers, names.get(kind, kind)])] = torch.tensor(value.transpose(axes).copy())
    return tensors


# Losses.


def discriminator_loss(real_logits, fake_logits, slope, r1_weight):
    """Total and terms; the slope is that of the real logits at the real images."""
    real = F.softplus(-real_logits).mean()
    fake = F.softplus(fake_logits).mean()
    r1 = 0.5 * slope.square().sum((1, 2, 3)).mean()
    return real + fake + r1_weight * r1, {"real": real, "fake": fake, "r1": r1}


def generator_loss(fake_logits, images, reconstructed, cycled, reconstruction_weight, cycle_weight):
    """Total and terms."""
    adversarial = F.softplus(-fake_logits).mean()
    reconstruction = (images - reconstructed).abs().mean()
    cycle = (images - cycled).abs().mean()
    total = adversarial + reconstruction_weight * reconstruction + cycle_weight * cycle
    return total, {"adversarial": adversarial, "reconstruction": reconstruction, "cycle": cycle}


# Training.


class Training:
    """Both networks, the averaged generator, the optimizers, and the step that moves them.

    Args:
        memory_format: torch.channels_last lays kernels out as oneDNN likes them; images have to be laid out so as well
        compiled: torch.compile both networks
        precision: torch.bfloat16 for what torch.autocast takes in it
        device: "cpu" or "cuda"; the batches have to be there too
    """

    def __init__(
        self,
        model,
        r1_weight=1.0,
        cycle_weight=1.0,
        memory_format=torch.contiguous_format,
        compiled=False,
        precision=torch.float32,
        device="cpu",
        seed=0,
    ):
        self.r1_weight = r1_weight
        self.cycle_weight = cycle_weight
        self.precision = precision
        self.device = device
        torch.manual_seed(seed)
        self.generator = Generator(model).to(device=device, memory_format=memory_format)
        self.discriminator = Discriminator(model).to(device=device, memory_format=memory_format)
        self.generator_ema = copy.deepcopy(self.generator).requires_grad_(False)
        self.generator_optimizer = self._optimizer(self.generator)
        self.discriminator_optimizer = self._optimizer(self.discriminator)
        # What a step calls. R1 is a gradient of a gradient, which compiled networks do not have.
        self._generate = torch.compile(self.generator) if compiled else self.generator
        self._judge = torch.compile(self.discriminator) if compiled else self.discriminator

    @staticmethod
    def _optimizer(network):
        return torch.optim.Adam(network.parameters(), betas=(0.0, 0.99), eps=1e-8, fused=True)

    def step(self, batch):
        """One step as a run begins; returns the terms of both losses as numbers."""
        noise = torch.randn(2, len(batch["images"]), AGES * BLOCK, device=self.device)
        terms = self.move(**batch, noise=noise, learning_rate=1e-4, reconstruction_weight=10.0, average_decay=0.999)
        return {name: value.item() for name, value in terms.items()}

    def move(self, images, masks, groups, targets, noise, learning_rate, reconstruction_weight, average_decay):
        """The step itself: D, then G judged by the new D, then the average.

        Args:
            groups, targets: y and y', one-hot [N, 10]
            noise: standard normal, of the codes of y and y', [2, N, 500]
        """
        code = age_code(groups) + NOISE * noise[0]  # [N, 500]
        target_code = age_code(targets) + NOISE * noise[1]  # [N, 500]
        with self._autocast():
            # Running statistics follow the pass to the target age only.
            reaged = self._generate(images, masks, target_code, training=True, move_statistics=True)
            reconstructed = self._generate(images, masks, code, training=True)
            cycled = self._generate(reaged, masks, code, training=True)
        discriminator_terms = self._move_discriminator(images, groups, reaged.detach(), targets, learning_rate)
        self.discriminator.requires_grad_(False)  # it judges and stays as it is
        with self._autocast():
            fake_logits = branch(self._judge(reaged), targets)
            total, generator_terms = generator_loss(
                fake_logits, images, reconstructed, cycled, reconstruction_weight, self.cycle_weight
            )
        self._apply(self.generator_optimizer, total, learning_rate)
        self.discriminator.requires_grad_(True)
        self._move_average(average_decay)
        return {name: value.detach() for name, value in (discriminator_terms | generator_terms).items()}

    def _move_discriminator(self, images, groups, reaged, targets, learning_rate):
        images = images.detach().requires_grad_()
        with self._autocast():
            real_logits = branch(self.discriminator(images), groups)
            (slope,) = torch.autograd.grad(real_logits.sum(), images, create_graph=True)  # [N, 3, S, S]
            fake_logits = branch(self._judge(reaged), targets)
            total, terms = discriminator_loss(real_logits, fake_logits, slope, self.r1_weight)
        self._apply(self.discriminator_optimizer, total, learning_rate)
        return terms

    def _autocast(self):
        plain = self.precision == torch.float32
        return contextlib.nullcontext() if plain else torch.autocast(self.device, self.precision)

    @staticmethod
    def _apply(optimizer, total, learning_rate):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate
        optimizer.zero_grad()
        total.backward()
        optimizer.step()

    @torch.no_grad()
    def _move_average(self, decay):
        """Trained variables approach, running statistics are copied."""
        for value, average in zip(self.generator.parameters(), self.generator_ema.parameters()):
            average.lerp_(value, 1 - decay)
        for value, average in zip(self.generator.buffers(), self.generator_ema.buffers()):
            average.copy_(value)

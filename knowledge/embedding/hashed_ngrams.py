"""HashedNgrams: a sentence-transformers input module that needs no tokenizer and no pretrained weights.

Saved as int8 with one scale per row. Loaded by `SentenceTransformer(path, trust_remote_code=True)`: since its
version 6 sentence-transformers wants that flag for every module that is not its own.
"""

import os
from collections.abc import Sequence
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from sentence_transformers.base.modules.input_module import InputModule

from knowledge.embedding.subwords import weighted_buckets

WEIGHTS = "model.safetensors"


class HashedNgrams(InputModule):
    """The weighted sum of trained bucket rows, one row per hashed feature of the text."""

    config_keys: list[str] = ["buckets", "dimensions"]  # noqa: RUF012 - the base class declares it so

    def __init__(self, buckets: int = 2**15, dimensions: int = 128) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.buckets = buckets
        self.dimensions = dimensions
        self.embedding = torch.nn.EmbeddingBag(buckets, dimensions, mode="sum")
        torch.nn.init.normal_(self.embedding.weight, std=0.05)

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **kwargs: Any
    ) -> dict[str, torch.Tensor]:
        """Buckets of all texts in one row, the offset of each text, and the weight of each bucket."""
        ids: list[int] = []
        weights: list[float] = []
        offsets: list[int] = []
        for text in inputs:
            offsets.append(len(ids))
            found = weighted_buckets(f"{prompt or ''}{text}", self.buckets)
            ids += found.keys()
            weights += found.values()
        return {
            "input_ids": torch.tensor(ids, dtype=torch.long),
            "offsets": torch.tensor(offsets, dtype=torch.long),
            "weights": torch.tensor(weights, dtype=torch.float32),
        }

    def forward(self, features: dict[str, torch.Tensor], **kwargs: Any) -> dict[str, torch.Tensor]:
        """One vector per text, as `sentence_embedding`."""
        features["sentence_embedding"] = self.embedding(
            features["input_ids"], features["offsets"], per_sample_weights=features["weights"]
        )
        return features

    @property
    def max_seq_length(self) -> int | None:
        """No limit: every word counts."""
        return None

    def get_embedding_dimension(self) -> int:
        """The length of the vectors."""
        return self.dimensions

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Write configuration and weights (int8 rows, float16 scales) to `output_path`."""
        self.save_config(output_path)
        rows = self.embedding.weight.detach()
        scales = (rows.abs().amax(dim=1, keepdim=True) / 127).clamp(min=1e-8).to(torch.float16)
        divisor = scales.float().clamp(min=1e-8)
        whole = torch.round(rows / divisor).clamp(-127, 127).to(torch.int8)
        path = os.path.join(output_path, WEIGHTS)
        save_file({"rows": whole, "scales": scales}, path)
        # safetensors makes files that only their owner may read; a model is for whoever runs the portal.
        os.chmod(path, 0o644)

    @classmethod
    def load(
        cls,
        model_name_or_path: str,
        subfolder: str = "",
        token: bool | str | None = None,
        cache_folder: str | None = None,
        revision: str | None = None,
        local_files_only: bool = False,
        init_defaults: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> "HashedNgrams":
        """Read what `save` wrote. Raises OSError when the weights are missing."""
        place = (token, cache_folder, revision, local_files_only)
        config = cls.load_config(model_name_or_path, subfolder, None, *place)
        path = cls.load_file_path(model_name_or_path, WEIGHTS, subfolder, *place)
        if path is None:
            raise FileNotFoundError(f"{WEIGHTS} is missing in {model_name_or_path}")
        stored = load_file(path)
        module = cls(**config)
        module.embedding.weight.data = stored["rows"].float() * stored["scales"].float()
        return module

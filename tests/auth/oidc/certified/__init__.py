"""Tests against the certified provider `oidc-provider`, which npm installs."""

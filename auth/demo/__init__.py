"""A built-in OpenID Connect provider of fictional people, for demonstrations; never in production."""

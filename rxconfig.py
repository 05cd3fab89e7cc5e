"""Reflex's own settings: one port, one process, nothing sent to anybody else."""

import reflex as rx

from portal.settings import settings

chosen = settings()
# The exact origins that may open a websocket; a portal on this machine has two names.
OTHER_NAME = chosen.origin.replace("//localhost", "//127.0.0.1", 1)

config = rx.Config(
    app_name="portal",
    frontend_port=chosen.port,
    backend_port=chosen.port,
    cors_allowed_origins=sorted({chosen.origin, OTHER_NAME}),
    trusted_proxy_hops=chosen.proxy_hops,
    state_manager_mode="memory",
    # A state outlives a pause at the kitchen table; what must not be lost is not kept in state.
    # Longer, and a crowd of abandoned states could fill the memory.
    redis_token_expiration=3600,
    deploy_url=chosen.origin,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_lazy_bundled_libraries=True,
    plugins=[rx.plugins.SitemapPlugin()],
)

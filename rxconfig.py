"""Reflex's own settings: one port, one process, nothing sent to anybody else."""

import os

import reflex as rx

PORT = int(os.environ.get("PORT", "3000"))
ORIGIN = os.environ.get("PORTAL_ORIGIN", f"http://localhost:{PORT}")

config = rx.Config(
    app_name="portal",
    frontend_port=PORT,
    backend_port=PORT,
    cors_allowed_origins=[ORIGIN],
    trusted_proxy_hops=int(os.environ.get("PORTAL_PROXY_HOPS", "0")),
    state_manager_mode="memory",
    # A state outlives a long pause at the kitchen table; what must not be lost is in the database.
    redis_token_expiration=6 * 3600,
    deploy_url=ORIGIN,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_lazy_bundled_libraries=True,
    plugins=[rx.plugins.SitemapPlugin()],
)

"""Reflex's own settings: one port, one process, nothing sent to anybody else."""

import os

import reflex as rx

PORT = int(os.environ.get("PORT", "3000"))
# The exact origins that may open a websocket; without PORTAL_ORIGIN this machine's own names.
LOCAL = [f"http://localhost:{PORT}", f"http://127.0.0.1:{PORT}"]
ORIGINS = [os.environ["PORTAL_ORIGIN"]] if os.environ.get("PORTAL_ORIGIN") else LOCAL

config = rx.Config(
    app_name="portal",
    frontend_port=PORT,
    backend_port=PORT,
    cors_allowed_origins=ORIGINS,
    trusted_proxy_hops=int(os.environ.get("PORTAL_PROXY_HOPS", "0")),
    state_manager_mode="memory",
    # A state outlives a long pause at the kitchen table; what must not be lost is in the database.
    redis_token_expiration=6 * 3600,
    deploy_url=ORIGINS[0],
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_lazy_bundled_libraries=True,
    plugins=[rx.plugins.SitemapPlugin()],
)

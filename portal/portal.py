"""The portal as Reflex runs it: one row per page. Wiring only."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from portal import knowing
from portal.access import CHOOSE_UNIT
from portal.api.app import build_api
from portal.failing import on_browser_failure, on_server_failure
from portal.head import STYLESHEETS, head_components
from portal.logs import configure_logs
from portal.pages.about import about
from portal.pages.accessibility import accessibility
from portal.pages.account import PATH as ACCOUNT
from portal.pages.account import READINGS_PATH as READINGS
from portal.pages.account import account
from portal.pages.account_state import AccountState
from portal.pages.ask import ask
from portal.pages.ask_state import AskState
from portal.pages.coming import errand, rent, repair
from portal.pages.designsystem import designsystem
from portal.pages.handbook import handbook
from portal.pages.handbook_state import HandbookState
from portal.pages.home import home
from portal.pages.log_check import log_check
from portal.pages.log_check_state import PATH as LOG_CHECK
from portal.pages.log_check_state import LogCheckState
from portal.pages.not_found import not_found
from portal.pages.readings import readings
from portal.pages.readings_state import ReadingsState
from portal.pages.section import section_pages
from portal.pages.section_state import SectionState
from portal.pages.sign_in import sign_in
from portal.pages.sign_in_state import SignInState
from portal.pages.unit import unit
from portal.pages.unit_state import UnitState
from portal.settings import settings
from portal.texts import about as about_texts
from portal.texts import accessibility as access_texts
from portal.texts import account as account_texts
from portal.texts import ask as ask_texts
from portal.texts import coming as coming_texts
from portal.texts import designsystem as design_texts
from portal.texts import handbook as handbook_texts
from portal.texts import home as home_texts
from portal.texts import log_check as log_check_texts
from portal.texts import not_found as not_found_texts
from portal.texts import sign_in as sign_in_texts
from portal.texts.common import page_title
from portal.ui.connection import connection_notice
from portal.ui.crash import crash_boundary

Page = Callable[[], rx.Component]
UNLISTED = {"sitemap": None}
NOINDEX = [{"name": "robots", "content": "noindex"}]

configure_logs(settings().log_level)
# Read here, so that a broken handbook file stops the start with file and line.
knowing.handbook()

app = rx.App(
    html_lang="sv",
    stylesheets=STYLESHEETS,
    reset_style=False,
    head_components=head_components(),
    toaster=None,
    app_wraps={
        (55, "ErrorBoundary"): lambda stateful: crash_boundary(),
        (5, "Overlay"): lambda stateful: connection_notice() if stateful else None,
    },
    backend_exception_handler=on_server_failure,
    frontend_exception_handler=on_browser_failure,
    api_transformer=build_api(),
)
app.register_lifespan_task(knowing.warm_up)


def _add(page: Page, route: str, title: str, description: str, on_load: Any = None) -> None:
    """A page for everybody: in the sitemap and free to index."""
    app.add_page(page, route, page_title(title), description, "/favicon.svg", on_load)


def _add_unlisted(page: Page, route: str, title: str, description: str, on_load: Any = None) -> None:
    """A page that nobody should find by searching: out of the sitemap and not indexed."""
    name, icon = page_title(title), "/favicon.svg"
    app.add_page(page, route, name, description, icon, on_load, meta=NOINDEX, context=UNLISTED)


_add(home, "/", home_texts.TITLE, home_texts.DESCRIPTION)
_add(ask, "/fraga", ask_texts.TITLE, ask_texts.DESCRIPTION, AskState.load)
_add(handbook, "/handbok", handbook_texts.TITLE, handbook_texts.DESCRIPTION, HandbookState.load)
_add(rent, "/hyra", coming_texts.RENT.title, coming_texts.RENT.description)
_add(errand, "/arende", coming_texts.ERRAND.title, coming_texts.ERRAND.description)
_add(repair, "/reparation", coming_texts.REPAIR.title, coming_texts.REPAIR.description)
_add(about, "/om", about_texts.TITLE, about_texts.DESCRIPTION)
_add(accessibility, "/tillganglighet", access_texts.TITLE, access_texts.DESCRIPTION)
_add_unlisted(sign_in, "/logga-in", sign_in_texts.TITLE, sign_in_texts.DESCRIPTION, SignInState.load)
_add_unlisted(unit, CHOOSE_UNIT, sign_in_texts.UNIT_TITLE, sign_in_texts.UNIT_DESCRIPTION, UnitState.load)
_add_unlisted(account, ACCOUNT, account_texts.TITLE, account_texts.DESCRIPTION, AccountState.load)
_add_unlisted(
    readings,
    READINGS,
    account_texts.READINGS_TITLE,
    account_texts.READINGS_DESCRIPTION,
    ReadingsState.load,
)
_add_unlisted(log_check, LOG_CHECK, log_check_texts.TITLE, log_check_texts.DESCRIPTION, LogCheckState.load)
_add_unlisted(designsystem, "/designsystem", design_texts.TITLE, design_texts.DESCRIPTION)
_add_unlisted(not_found, "404", not_found_texts.TITLE, not_found_texts.DESCRIPTION)
for section in section_pages():
    _add(section.component, section.route, section.title, section.description, SectionState.load)

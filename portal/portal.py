"""The portal as Reflex runs it: one row per page. Wiring only."""

import reflex as rx

from portal.failing import on_browser_failure, on_server_failure
from portal.head import STYLESHEETS, head_components
from portal.pages.about import about
from portal.pages.accessibility import accessibility
from portal.pages.coming import errand, rent, repair
from portal.pages.designsystem import designsystem
from portal.pages.home import home
from portal.pages.not_found import not_found
from portal.texts import about as about_texts
from portal.texts import accessibility as accessibility_texts
from portal.texts import coming as coming_texts
from portal.texts import designsystem as designsystem_texts
from portal.texts import home as home_texts
from portal.texts import not_found as not_found_texts
from portal.texts.common import page_title
from portal.ui.connection import connection_notice
from portal.ui.crash import crash_boundary

NOT_IN_SITEMAP = {"sitemap": None}
NOT_INDEXED = [{"name": "robots", "content": "noindex"}]

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
)

app.add_page(home, "/", page_title(home_texts.TITLE), home_texts.DESCRIPTION)
app.add_page(rent, "/hyra", page_title(coming_texts.RENT.title), coming_texts.RENT.description)
app.add_page(errand, "/arende", page_title(coming_texts.ERRAND.title), coming_texts.ERRAND.description)
app.add_page(repair, "/reparation", page_title(coming_texts.REPAIR.title), coming_texts.REPAIR.description)
app.add_page(about, "/om", page_title(about_texts.TITLE), about_texts.DESCRIPTION)
app.add_page(
    accessibility, "/tillganglighet", page_title(accessibility_texts.TITLE), accessibility_texts.DESCRIPTION
)
app.add_page(
    designsystem,
    "/designsystem",
    page_title(designsystem_texts.TITLE),
    designsystem_texts.DESCRIPTION,
    meta=NOT_INDEXED,
    context=NOT_IN_SITEMAP,
)
app.add_page(
    not_found,
    "404",
    page_title(not_found_texts.TITLE),
    not_found_texts.DESCRIPTION,
    meta=NOT_INDEXED,
    context=NOT_IN_SITEMAP,
)

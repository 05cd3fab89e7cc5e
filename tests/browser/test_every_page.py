"""Every page and state, in every dress: axe finds nothing, nothing is wider than the window, no strays."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser.checks import accessibility_violations

Visit = Callable[[str], Page]


def asking(*questions: str, per: str = "2026-11-21") -> str:
    """The address of a conversation."""
    return "/fraga?" + "&".join(f"q={quote(q)}" for q in questions) + f"&per={per}"


PATHS = {
    "start": "/",
    "ask": "/fraga",
    "answered": asking("Vilka kriterier gäller för samtalsapparat med ögonstyrning?", "och vem betalar?"),
    "need": asking("min mamma kan inte prata efter stroke"),
    "conflict": asking("Vilka kriterier gäller för manuell rullstol?"),
    "not in the handbook": asking("Vilka kriterier gäller för kryckor?"),
    "out of scope": asking("Vad kostar en bilbesiktning?"),
    "too long": "/fraga?q=" + "a" * 2001,
    "bad day": "/fraga?q=rollator&per=igen",
    "handbook": "/handbok",
    "handbook filtered": "/handbok?q=larm&omrade=kognition-och-kommunikation",
    "handbook without hits": "/handbok?q=qqqqqqq",
    "section": "/handbok/samtalsapparater",
    "earlier version": "/handbok/samtalsapparater?per=2025-12-01",
    "versions compared": "/handbok/samtalsapparater?jamfor=start",
    "incomplete section": "/handbok/elrullstolar",
    "conflicting section": "/handbok/manuella-rullstolar",
    "rent": "/hyra",
    "errand": "/arende",
    "repair": "/reparation",
    "about": "/om",
    "accessibility": "/tillganglighet",
    "sign in": "/logga-in",
    "design system": "/designsystem",
}
DRESSES: dict[str, tuple[int, int, dict[str, str]]] = {
    "desktop": (1280, 900, {"color_scheme": "light"}),
    "phone": (320, 640, {"color_scheme": "light"}),
    "dark": (1280, 900, {"color_scheme": "dark"}),
}


@pytest.mark.browser
@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
def test_a_page_is_whole_and_accessible(visit: Visit, page: Page, path: str, dress: str) -> None:
    width, height, media = DRESSES[dress]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(**media)  # type: ignore[arg-type]

    visit(path)

    assert accessibility_violations(page) == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["/", PATHS["answered"], "/handbok", "/handbok/kostnadsansvar", "/designsystem"]
)
def test_nothing_runs_sideways_at_400_percent(visit: Visit, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})

    visit(path)


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", PATHS["answered"], "/designsystem"])
@pytest.mark.parametrize(
    "media",
    [{"forced_colors": "active"}, {"reduced_motion": "reduce"}, {"contrast": "more"}, {"media": "print"}],
    ids=lambda m: next(iter(m)),
)
def test_other_ways_of_looking_are_served(visit: Visit, page: Page, path: str, media: dict[str, str]) -> None:
    page.emulate_media(**media)  # type: ignore[arg-type]

    visit(path)

    assert page.locator("h1").is_visible()


@pytest.mark.browser
def test_a_4k_window_keeps_lines_short(visit: Visit, page: Page) -> None:
    page.set_viewport_size({"width": 3840, "height": 2160})

    visit("/handbok/kostnadsansvar")

    em = "e => e.getBoundingClientRect().width / parseFloat(getComputedStyle(e).fontSize)"
    assert page.locator("main li").first.evaluate(em) < 50


@pytest.mark.browser
def test_body_text_is_at_least_18_px_and_targets_44(visit: Visit, page: Page) -> None:
    visit("/")

    size = page.locator("main p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    heights = page.locator("main button, main input").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().height)"
    )
    assert size >= 18
    assert min(heights) >= 44

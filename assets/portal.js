/* The few things a page needs that HTML cannot do alone. No framework, no eval, nothing from another origin.

   Reflex renders late and replaces parts of the page, so everything here listens on the document and looks
   again when the page has changed; no element is bound to a listener of its own. */
(() => {
  "use strict";

  /* The words stand with all others in portal/texts and come as data-… of the script element. */
  const WORDS = document.currentScript.dataset;
  const seen = new WeakSet();
  let path = location.pathname;
  let oldHeading = document.querySelector("h1");
  let marked = null;
  let markedHash = "";
  let readerMoved = false;
  let acted = false;

  const say = (text) => {
    const region = document.getElementById("meddelanden");
    if (!region) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 100);
  };

  const focusOn = (element, options) => {
    if (!element.matches("a[href],button,input,select,textarea,summary,[tabindex]")) element.tabIndex = -1;
    element.focus(options);
  };

  /* After navigation inside the portal reading starts at the heading, as it does after a full load. */
  const followNavigation = () => {
    if (location.pathname === path) return;
    const heading = document.querySelector("h1");
    if (!heading || heading === oldHeading) return;
    path = location.pathname;
    oldHeading = heading;
    if (!location.hash) {
      focusOn(heading, { preventScroll: true });
      scrollTo(0, 0);
    }
    say(document.title);
  };

  /* What an address points at; one that is wrongly written points at nothing. */
  const pointedAt = (hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  };

  /* The line an address points at is marked, also when it is rendered long after the page was loaded. */
  const markTarget = () => {
    const hash = location.hash;
    if (hash !== markedHash) {
      marked?.classList.remove("is-target");
      marked = null;
      readerMoved = false;
      markedHash = hash;
    }
    if (hash.length < 2) return;
    const target = pointedAt(hash);
    if (!target) return;
    const first = target !== marked;
    marked = target;
    if (target.matches('[role="tabpanel"]')) return;
    if (!target.matches("main,input,select,textarea,button,dialog")) target.classList.add("is-target");
    if (!first || readerMoved) return;
    focusOn(target, { preventScroll: true });
    target.scrollIntoView({ block: target.matches("li,p") ? "center" : "start" });
  };

  /* What appears with data-focus takes the focus, once; "acted" only after the reader has done something here. */
  const focusNew = () => {
    for (const element of document.querySelectorAll("[data-focus]")) {
      if (seen.has(element)) continue;
      seen.add(element);
      if (element.dataset.focus !== "acted" || acted) focusOn(element);
    }
  };

  const tabsOf = (root) => [...root.querySelectorAll(":scope > .tab-list a")];
  const panelOf = (tab) => document.getElementById(tab.hash.slice(1));

  const chooseTab = (root, chosen) => {
    for (const tab of tabsOf(root)) {
      const here = tab === chosen;
      tab.setAttribute("aria-selected", String(here));
      tab.tabIndex = here ? 0 : -1;
      panelOf(tab).hidden = !here;
    }
  };

  /* Links to parts of the page become tabs (WAI-ARIA pattern with automatic activation). */
  const makeTabs = () => {
    for (const root of document.querySelectorAll("[data-tabs]")) {
      if (seen.has(root)) continue;
      seen.add(root);
      const tabs = tabsOf(root);
      if (!tabs.every(panelOf)) continue;
      root.classList.add("is-ready");
      root.querySelector(".tab-list").setAttribute("role", "tablist");
      for (const tab of tabs) {
        const panel = panelOf(tab);
        tab.id ||= `${panel.id}-flik`;
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-controls", panel.id);
        tab.parentElement.setAttribute("role", "presentation");
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", tab.id);
        panel.removeAttribute("aria-label");
        panel.tabIndex = 0;
      }
      chooseTab(root, tabs.find((tab) => tab.hash === location.hash) || tabs[0]);
    }
  };

  /* Two messages of the framework have no setting: their words are put into Swedish where they stand. */
  const translate = () => {
    const banner = document.getElementById("reflex-new-version-banner");
    if (banner && !seen.has(banner)) {
      seen.add(banner);
      banner.firstChild.textContent = WORDS.newVersion;
      banner.querySelector("button").textContent = WORDS.reload;
    }
    const heading = document.querySelector("h1");
    if (heading?.textContent === "Application Error") {
      const help = document.createElement("p");
      heading.textContent = document.title = WORDS.broken;
      help.textContent = WORDS.brokenHelp;
      heading.className = help.className = "frame";
      heading.nextElementSibling?.replaceWith(help);
    }
  };

  const look = () => { translate(); followNavigation(); makeTabs(); markTarget(); focusNew(); };

  const copy = async (button) => {
    const source = document.querySelector(button.dataset.copy);
    if (!source) return;
    const text = source.value ?? source.innerText;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      /* Without https there is no clipboard; the old command still works on a selection. */
      const area = Object.assign(document.createElement("textarea"), { value: text });
      (button.closest("dialog") || document.body).append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    button.dataset.copied = button.dataset.done || "";
    setTimeout(() => { delete button.dataset.copied; }, 4000);
    say(button.dataset.done || "");
  };

  document.addEventListener("click", (event) => {
    acted = true;
    const tab = event.target.closest("[role=tab]");
    if (tab) {
      event.preventDefault();
      chooseTab(tab.closest("[data-tabs]"), tab);
      return;
    }
    const button = event.target.closest("[data-copy],[data-print],[data-dialog],[data-close]");
    if (!button) {
      if (event.target.matches("dialog[open]")) event.target.close();
      return;
    }
    const { copy: from, print, dialog } = button.dataset;
    if (from !== undefined) copy(button);
    else if (print !== undefined) window.print();
    else if (dialog !== undefined) document.querySelector(dialog)?.showModal();
    else button.closest("dialog")?.close();
  });

  document.addEventListener("keydown", (event) => {
    const tab = event.target.closest?.("[role=tab]");
    if (!tab) return;
    const tabs = tabsOf(tab.closest("[data-tabs]"));
    const at = tabs.indexOf(tab);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const chosen = tabs.at(next % tabs.length);
    chooseTab(tab.closest("[data-tabs]"), chosen);
    chosen.focus();
  });

  /* A reader who has begun to move is never pulled back to the target. */
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(kind, () => { if (document.readyState === "complete") readerMoved = true; }, { passive: true });
  }

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; look(); });
  };
  for (const element of document.querySelectorAll("[data-focus]")) seen.add(element);
  new MutationObserver(soon).observe(document.documentElement, { childList: true, subtree: true });
  addEventListener("hashchange", soon);
  addEventListener("popstate", soon);
  soon();
})();

/* What pages with handbook text need beside portal.js: the name of the tab, focus back to where a section was
   opened from, Escape to close it, addresses that follow a filter, and links that copy themselves. No eval, nothing bound to an element. */
(() => {
  "use strict";

  const say = (text) => {
    const region = document.getElementById("meddelanden");
    if (!region || !text) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 100);
  };

  /* The prerendered page that asks has no answer yet: until it lives it says that one is coming. */
  const root = document.documentElement.dataset;
  if (location.pathname.startsWith("/fraga") && /[?&]q=[^&]/.test(location.search)) root.asking = "";

  /* A page that holds something of its own, such as a question, says so in its tab and in the history. */
  let named = "";
  let plainTitle = "";
  const look = () => {
    if (document.querySelector(".conversation,.skeleton,.error-summary")) delete root.asking;
    const name = document.querySelector("[data-title]")?.dataset.title || "";
    if (name === named) return;
    if (!named) plainTitle = document.title;
    named = name;
    document.title = name ? `${name} – ${plainTitle}` : plainTitle;
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-title"] });
  look();

  /* A button that closes something gives the focus back before its place disappears. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-return]");
    if (button) document.querySelector(button.dataset.return)?.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.target.closest?.(".opened")?.querySelector("[data-escape]")?.click();
  });

  /* A filter that is used without being sent still stands in the address, to be reloaded and passed on. */
  const follow = (event) => {
    const form = event.target.closest?.("form[data-address]");
    if (!form) return;
    const filled = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value.trim());
    const query = new URLSearchParams(filled).toString();
    history.replaceState(history.state, "", location.pathname + (query ? `?${query}` : ""));
  };
  document.addEventListener("input", follow, true);
  document.addEventListener("change", follow, true);

  /* A link to a statement goes there as links do, and puts its whole address on the clipboard; a link to what
     the page already shows only does the latter. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-copies]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!link.hash) event.preventDefault();
    navigator.clipboard.writeText(link.href).then(() => {
      say(link.dataset.copies);
      link.dataset.copied = link.dataset.copies;
      setTimeout(() => { delete link.dataset.copied; }, 4000);
    }, () => {});
  });
})();

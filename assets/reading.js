/* What pages with handbook text need beside portal.js: focus back to where a section was opened from, Escape to
   close it, addresses that follow a filter, and links that copy themselves. No eval, nothing bound to an element. */
(() => {
  "use strict";

  const say = (text) => {
    const region = document.getElementById("meddelanden");
    if (!region || !text) return;
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 100);
  };

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

  /* A link to a statement goes there as links do, and puts its whole address on the clipboard. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-copies]");
    if (!link || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(() => say(link.dataset.copies), () => {});
  });
})();

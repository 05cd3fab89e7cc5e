/* Warns somebody who is signed in before their time runs out, and lets them stay with one press.

   Nothing is reloaded, so what they have typed stays. Asking for the time is no sign of life: a page that is only
   open does not keep its session. Works on whatever dialog bears data-session; without one nobody is signed in. */
(() => {
  "use strict";

  const WARN_SECONDS = 180;
  const ASK_EVERY_MS = 30000;
  let ends = 0;
  let dismissed = false;
  let waiting = false;

  const dialog = () => document.querySelector("dialog[data-session]");

  const show = (found, ended) => {
    found.querySelector("[data-ending]").hidden = ended;
    found.querySelector("[data-ended]").hidden = !ended;
    const heading = found.querySelector(ended ? "[data-ended] h2" : "[data-ending] h2");
    for (const each of found.querySelectorAll("h2")) each.removeAttribute("id");
    heading.id = "tid-rubrik";
    if (!found.open) found.showModal();
  };

  const written = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

  const tick = () => {
    const found = dialog();
    if (!found || !ends) return;
    const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
    if (left > WARN_SECONDS) {
      dismissed = false;
      if (found.open) found.close();
      return;
    }
    const place = found.querySelector("[data-time]");
    place.textContent = written(left);
    if (left > 0 && !dismissed) show(found, false);
    if (left === 0) {
      ends = 0;
      ask();
    }
  };

  const take = (told) => {
    const found = dialog();
    if (!found) return;
    if (told.signed_in) {
      ends = Date.now() + told.seconds_left * 1000;
      tick();
    } else {
      ends = 0;
      const again = found.querySelector("[data-again]");
      again.href = `/logga-in?next=${encodeURIComponent(location.pathname + location.search)}`;
      if (!found.dataset.told) show(found, true);
      found.dataset.told = "ended";
    }
  };

  const ask = async () => {
    if (waiting || !dialog()) return;
    waiting = true;
    try {
      const answer = await fetch("/auth/session", { cache: "no-store" });
      if (answer.ok) take(await answer.json());
    } catch {
      /* Without a network the page says so elsewhere; the time is asked for again. */
    } finally {
      waiting = false;
    }
  };

  const stay = async (button) => {
    try {
      const answer = await fetch("/auth/stay", { method: "POST" });
      take(await answer.json());
      if (answer.ok) {
        dialog()?.close();
        const region = document.getElementById("meddelanden");
        if (region) region.textContent = button.dataset.done;
      }
    } catch {
      /* The dialog stays, and with it the button. */
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-stay]");
    if (button) stay(button);
  });
  /* Escape closes a dialog: the reader has been told, and is told again only when the time is over. */
  document.addEventListener("close", (event) => {
    if (event.target === dialog() && ends) dismissed = true;
  }, true);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });

  let known = false;
  new MutationObserver(() => {
    const here = Boolean(dialog());
    if (here && !known) ask();
    known = here;
  }).observe(document.documentElement, { childList: true, subtree: true });
  setInterval(tick, 1000);
  setInterval(ask, ASK_EVERY_MS);
})();

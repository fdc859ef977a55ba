// What the page says: to those who hear it, to everybody for a moment, and what went wrong.

import { button, byId, element } from "./elements.js";

const TOAST_TIME = 6000; // milliseconds that a message stays

/** Tell people who hear the page. */
export function say(text) {
  if (byId("status").textContent !== text) byId("status").textContent = text;
}

/** Tell everybody, for a few seconds. */
export function tell(text) {
  say(text);
  const toast = byId("toast");
  toast.textContent = text;
  toast.classList.add("shown");
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => toast.classList.remove("shown"), TOAST_TIME);
}

/** Show what went wrong, said aloud once, with a button that tries again if there is something to try. */
export function showTroubles(troubles, retry) {
  const box = byId("trouble");
  if (box.dataset.shown === troubles.join("\n")) return;
  box.dataset.shown = troubles.join("\n");
  box.hidden = !troubles.length;
  box.replaceChildren(...troubles.map((trouble) => element("p", {}, trouble)));
  if (retry) box.append(button("Try again", retry));
}

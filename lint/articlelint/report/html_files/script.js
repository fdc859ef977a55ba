
"use strict";
(() => {
  // Nothing is computed until the reader asks: the page is complete without this script.
  const form = document.getElementById("filters");
  if (!form) return;
  const keys = document.getElementById("keys");
  const guesses = document.getElementById("guesses"); // which is there only if a finding is a guess
  const count = document.getElementById("count");
  let current = null;

  function filter() {
    const severities = new Set(Array.from(form.querySelectorAll("[name=severity]:checked"), (box) => box.value));
    const rule = form.elements.rule.value;
    const folder = form.elements.folder.value;
    const withGuesses = !guesses || guesses.checked;
    let shown = 0;
    for (const article of document.querySelectorAll("article")) {
      const inFolder = folder === "" || article.dataset.f === folder;
      const numbers = new Set();
      for (const card of article.querySelectorAll(".card")) {
        const number = card.id.split("-")[1];
        const severity = card.classList.item(1);
        const passes = inFolder && severities.has(severity) && (rule === "" || card.dataset.r === rule)
          && (withGuesses || !card.classList.contains("guess"));
        card.hidden = !passes;
        if (passes) numbers.add(number);
      }
      for (const number of article.querySelectorAll(".text .n")) number.hidden = !numbers.has(number.dataset.n);
      for (const mark of article.querySelectorAll("mark")) {
        mark.classList.toggle("off", !mark.dataset.k.split(" ").some((number) => numbers.has(number)));
      }
      const failed = inFolder && article.querySelector(".errors");
      article.hidden = numbers.size === 0 && !failed;
      shown += numbers.size;
    }
    count.textContent = shown === 1 ? "1 finding" : `${shown} findings`;
  }

  function numberOf(card) {
    return document.getElementById("m" + card.id.slice(1));
  }

  function step(by) {
    const cards = Array.from(document.querySelectorAll(".card:not([hidden])"));
    const focused = document.activeElement.closest(".card") || current;
    const at = cards.indexOf(focused);
    const next = at < 0 ? cards[0] : cards[at + by];
    if (!next) return;
    if (current && numberOf(current)) numberOf(current).classList.remove("now");
    current = next;
    next.closest("details").open = true;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
    if (numberOf(next)) numberOf(next).classList.add("now");
  }

  function fold(open) {
    for (const details of document.querySelectorAll("details")) details.open = open;
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", filter);
  document.getElementById("open").addEventListener("click", () => fold(true));
  document.getElementById("close").addEventListener("click", () => fold(false));
  document.addEventListener("keydown", (event) => {
    const choosing = event.target.closest("select"); // there, a letter chooses an option
    if (!keys.checked || choosing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
})();

// The buttons that hide findings by certainty and by category, and the list of what is ignored.

import { categoryKey, isIgnored, setHidden } from "./article.js";
import { button, byId, element } from "./elements.js";

const CERTAINTIES = [["error", "Errors"], ["warning", "Warnings"], ["info", "Infos"], ["guess", "Guesses"]];

/** Show the filters for the findings that are not ignored, with how many there are of each. */
export function showFilters(view, state) {
  const open = state.findings.filter((finding) => !isIgnored(finding, state));
  const categories = [...new Set(open.map(({ category }) => category))].sort();
  byId("filters").hidden = !open.length && !state.hidden.size;
  arrange(byId("certainties"), CERTAINTIES.map(([key, label]) => {
    const count = open.filter((f) => (key === "guess" ? f.confidence !== null : f.severity === key)).length;
    return { key, label, count };
  }));
  arrange(byId("categories"), categories.map((category) => {
    const count = open.filter((finding) => finding.category === category).length;
    return { key: categoryKey(category), label: category, count };
  }));

  function arrange(group, chips) {
    for (const old of [...group.children]) if (!chips.some(({ key }) => key === old.dataset.key)) old.remove();
    chips.forEach(({ key, label, count }, at) => {
      const chip = [...group.children].find((old) => old.dataset.key === key) ?? newChip(key);
      if (group.children[at] !== chip) group.insertBefore(chip, group.children[at] ?? null);
      chip.replaceChildren(label, " ", element("span", { class: "number" }, String(count)));
      chip.setAttribute("aria-pressed", String(!state.hidden.has(key)));
    });
  }

  function newChip(key) {
    const toggle = ({ currentTarget }) => {
      const on = currentTarget.getAttribute("aria-pressed") === "true";
      view.dispatch({ effects: setHidden.of({ key, on }) });
    };
    return button("", toggle, { class: "chip", "data-key": key });
  }
}

/** Show what is ignored, with buttons that end it: `restore(key, label)`. */
export function showIgnored({ ignored }, restore) {
  const box = byId("ignored");
  box.hidden = !ignored.size;
  box.querySelector("summary").textContent = `${ignored.size} ignored`;
  box.querySelector("ul").replaceChildren(...[...ignored].map(([key, label]) =>
    element("li", {}, element("span", {}, label), button("Report again", () => restore(key, label), { "aria-label": `Report again: ${label}` }))));
}

// The cards beside the text: one for each finding that is shown, in the order of the text.

import { button, byId, element } from "./elements.js";

const AT_ONCE = 100; // cards that are made before "show more" is pressed
const LONGEST_SHOWN = 160; // characters of a change
const GAP = 24; // pixels above the card that is scrolled to
const NAMES = "spelling"; // the category whose findings may be about a name
const LONGEST_NAME = 60;

/** The list of cards. `actions` has what the buttons do, each with the id of a finding. */
export class Cards {
  constructor(actions) {
    this.actions = actions;
    this.list = byId("cards");
    this.limit = AT_ONCE;
    this.made = new Map();
    byId("more").onclick = () => {
      const first = this.list.children.length;
      this.limit += AT_ONCE;
      this.show(this.shown, this.selected);
      this.list.children[first]?.querySelector("button").focus();
    };
  }

  /** Show these findings. Cards of findings that are shown already stay, and so does the focus. */
  show(shown, selected) {
    this.shown = shown;
    this.selected = selected;
    const at = shown.findIndex((finding) => finding.id === selected);
    while (at >= this.limit) this.limit += AT_ONCE;
    const made = new Map();
    for (const finding of shown.slice(0, this.limit)) made.set(finding.id, this.card(finding));
    this.arrange(made);
    const left = shown.length - made.size;
    byId("more").hidden = left <= 0;
    byId("more").textContent = `Show ${Math.min(left, AT_ONCE)} more of ${left}`;
  }

  /** The card of a finding: the one there is, unless it says something else. */
  card(finding) {
    const says = JSON.stringify([finding.message, finding.severity, finding.confidence, finding.safety, finding.url, finding.location,
      finding.edits.map(({ before, after }) => [before, after]), finding.related.map(({ message }) => message)]);
    const old = this.made.get(finding.id);
    return old?.says === says ? old : { says, element: this.draw(finding) };
  }

  /** Put the cards into the list, and move only what must be moved. */
  arrange(made) {
    const focused = this.list.contains(document.activeElement);
    const kept = new Set([...made.values()].map((card) => card.element));
    for (const child of [...this.list.children]) if (!kept.has(child)) child.remove();
    let place = this.list.firstChild;
    for (const [id, card] of made) {
      if (card.element === place) place = place.nextSibling;
      else this.list.insertBefore(card.element, place);
      if (id === this.selected) card.element.setAttribute("aria-current", "true");
      else card.element.removeAttribute("aria-current");
    }
    this.made = made;
    if (focused && !this.list.contains(document.activeElement)) this.focus();
  }

  /** Focus the selected card, or the list if no card is selected. */
  focus() {
    const card = this.made.get(this.selected)?.element;
    (card?.querySelector("button") ?? byId("scroll")).focus();
  }

  /** Scroll to the selected card: the list, or the page where it is so narrow that the list is below the text. */
  reveal() {
    const card = this.made.get(this.selected)?.element.getBoundingClientRect();
    if (!card) return;
    const box = byId("scroll").getBoundingClientRect();
    const isBelow = box.left < byId("editor").getBoundingClientRect().right;
    const top = isBelow ? byId("editor").getBoundingClientRect().bottom : box.top;
    const bottom = isBelow ? innerHeight : box.bottom;
    if (card.top >= top && card.bottom <= bottom) return;
    (isBelow ? window : byId("scroll")).scrollBy(0, card.top - top - GAP);
  }

  draw(finding) {
    const { actions } = this;
    const { id } = finding;
    const why = element("div", { class: "why", hidden: true });
    return element("li", { class: `card ${finding.severity}`, "data-id": id },
      element("p", { class: "meta" },
        element("span", { class: "severity" }, finding.severity),
        element("span", { class: "rule" }, finding.rule),
        finding.location ? element("span", { class: "place" }, finding.location.words) : null,
        finding.confidence === null ? null : element("span", { class: "sure" }, `${percent(finding.confidence)} % sure`)),
      button(finding.message, () => actions.goTo(id), { class: "message", id: `message-${id}` }),
      changesOf(finding),
      placesOf(finding, actions),
      element("div", { class: "actions", role: "group", "aria-labelledby": `message-${id}` },
        finding.safety === "safe" || finding.safety === "unsafe"
          ? button("Accept", () => actions.accept(id), { class: "accept" }) : null,
        button("Ignore here", () => actions.ignoreHere(id)),
        button("Ignore this rule", () => actions.ignoreRule(id), { class: "further" }),
        button("Why?", (event) => toggleWhy(event.target, why, () => actions.why(finding)), { class: "further", "aria-expanded": "false" }),
        ...(actions.namesFile() ? namesIn(finding) : []).map((name) =>
          button(`Add “${name}” to names`, () => actions.addName(name), { class: "further", title: `in ${actions.namesFile()}` }))),
      why);
  }
}

/** The change as before and after, with words for those who do not see that it is crossed out. */
function changesOf(finding) {
  if (!finding.edits.length) return null;
  const shown = finding.edits.slice(0, 3).map(({ before, after }) =>
    element("p", { class: "change" },
      hidden("Now: "), element("del", {}, shortened(before)), " ",
      hidden(after ? "Instead: " : "Instead, nothing."),
      after ? element("ins", {}, shortened(after)) : element("span", { class: "cut", "aria-hidden": "true" }, "cut")));
  const left = finding.edits.length - shown.length;
  return element("div", { class: "changes" }, ...shown, left > 0 ? element("p", { class: "change" }, `and ${left} more`) : null);
}

/** The names that a finding may be about: the words as they are, and as they should be. */
function namesIn({ category, text, edits }) {
  const candidates = new Set([text, ...edits.map(({ insert }) => insert)]);
  return [...candidates].filter((name) => category === NAMES && /^\p{Lu}/u.test(name) && name.length <= LONGEST_NAME);
}

function placesOf(finding, actions) {
  if (!finding.related.length) return null;
  const places = finding.related.map(({ message }, number) =>
    element("li", {}, button(`See ${message}`, () => actions.goToPlace(finding.id, number))));
  return element("ul", { class: "places" }, ...places);
}

async function toggleWhy(control, why, explain) {
  const open = why.hidden;
  if (open) {
    const { text, url } = await explain();
    why.replaceChildren(...text.split(/\n\s*\n/).map((paragraph) => element("p", {}, paragraph.replace(/\s*\n\s*/g, " "))));
    if (/^https?:\/\//.test(url)) why.append(element("a", { href: url, target: "_blank", rel: "noreferrer" }, "The page of this rule"));
  }
  why.hidden = !open;
  control.setAttribute("aria-expanded", String(open));
}

/** A probability as reports have it: parts of a per cent are cut off, and nothing that is a guess is certain. */
const percent = (confidence) => Math.min(Math.floor(confidence * 100), 99);

const hidden = (text) => element("span", { class: "hidden" }, text);

/** A text whose middle is left out if it is long. */
function shortened(text) {
  const half = LONGEST_SHOWN / 2;
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, half)} … ${text.slice(-half)}`;
}

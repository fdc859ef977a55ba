// The review of an archive: its proposals as cards, and what is decided on each.

import { button, byId, counted, element } from "./elements.js";
import { showTroubles, tell } from "./messages.js";
import { decide, proposals } from "./server.js";

const CHOICES = [["accepted", "Accept", "a"], ["rejected", "Reject", "r"], ["later", "Later", "l"]];
const list = byId("proposals");

/** Do something that asks the server, and show what goes wrong. */
async function attempt(action) {
  try {
    await action();
    showTroubles([]);
  } catch (error) {
    showTroubles([error.message], () => attempt(action));
  }
}

/** Show the proposals that the filters choose, from the first on. */
const reload = () => attempt(async () => {
  const answer = await proposals({ kind: byId("kind").value, decision: byId("decision").value, start: 0 });
  list.replaceChildren();
  append(answer);
  list.querySelector(".proposal")?.focus();
});

/** Show those that come next. What was decided on meanwhile is no longer among those that the filter chooses. */
const showMore = () => attempt(async () => {
  const decision = byId("decision").value;
  const start = [...list.children].filter((card) => !decision || card.dataset.decision === decision).length;
  append(await proposals({ kind: byId("kind").value, decision, start }));
});

function append({ total, kinds, file, by, proposals: found }) {
  const known = new Set([...list.children].map((card) => card.dataset.key));
  list.append(...found.filter(({ key }) => !known.has(key)).map(card));
  const shown = byId("kind");
  if (shown.options.length === 1) shown.append(...kinds.map((kind) => element("option", { value: kind }, kind)));
  byId("count").textContent = counted(total, "proposal");
  byId("where").textContent = `What ${by} decides is kept in ${file}. Only what is accepted is on.`;
  byId("empty").hidden = list.children.length > 0;
  byId("more").hidden = list.children.length >= total;
}

/** The card of a proposal. */
function card(proposal) {
  const { key, kind, use, avoid, articles, others, decided, decision, by, date } = proposal;
  const state = { open: decided ? "" : "nearly decided", accepted: "accepted", rejected: "rejected", later: "put off" };
  if (proposal.of_another_form) state[decision] += " (the style pack asks for another form)";
  const who = by ? ` by ${by}${date ? `, ${date}` : ""}` : "";
  const made = element("li", { class: "proposal", tabindex: "-1", "data-key": key, "data-decision": decision },
    element("h2", {}, element("span", { class: "use" }, use), " not ", element("s", {}, avoid.join(", "))),
    element("p", { class: "about" }, `${kind} · ${(articles - others).toLocaleString("en")} of ${counted(articles, "article")}`,
      element("strong", {}, state[decision] && ` · ${state[decision]}${decision === "open" ? "" : who}`)),
    years(proposal),
    element("ul", { class: "sentences" }, ...proposal.examples.map(sentence)),
    element("div", { class: "tools", role: "group", "aria-label": `Decide on ${use}` },
      ...CHOICES.map(([to, label]) => button(label, () => choose(made, proposal, to), { "aria-pressed": String(decision === to) }))),
  );
  made.onkeydown = (event) => {
    const choice = CHOICES.find(([, , letter]) => letter === event.key);
    if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(made, proposal, choice[0]);
  };
  return made;
}

/** The articles by year, a row for each form. */
function years(proposal) {
  const names = [...new Set(Object.values(proposal.years).flatMap(Object.keys))].sort();
  if (!names.length) return null;
  const heading = (text, scope) => element("th", { scope }, text);
  const rows = Object.entries(proposal.years).map(([form, counts]) => element("tr", {},
    heading(form, "row"), ...names.map((year) => element("td", {}, String(counts[year] ?? 0)))));
  return element("div", { class: "years", tabindex: "0", role: "region", "aria-label": `Articles by year, ${proposal.use}` },
    element("table", {}, element("thead", {}, element("tr", {}, heading("Form", "col"), ...names.map((year) => heading(year, "col")))),
      element("tbody", {}, ...rows)));
}

/** A sentence with its form marked, and where it is. */
function sentence({ form, sentence: text, article, line, date, desk }) {
  const at = text.indexOf(form);
  const marked = at < 0 ? [text] : [text.slice(0, at), element("mark", {}, form), text.slice(at + form.length)];
  const onWeb = /^https?:\/\//.test(article);
  const place = onWeb ? element("a", { href: article, rel: "noreferrer", target: "_blank" }, article) : article;
  const about = [date, desk].filter(Boolean).join(", ");
  return element("li", {}, element("q", {}, ...marked), element("p", {}, place, `, line ${line}${about ? `, ${about}` : ""}`));
}

const choose = (made, proposal, decision) => attempt(async () => {
  const next = made.nextElementSibling;
  const inside = made.contains(document.activeElement);
  const changed = card(await decide(proposal.key, decision));
  made.replaceWith(changed);
  tell(`${proposal.use}: ${decision === "later" ? "put off" : decision}`);
  if (inside) (next ?? changed).focus();
});

/** Move to the next or the previous card. */
function step(by) {
  const cards = [...list.children];
  const now = cards.indexOf(document.activeElement?.closest(".proposal"));
  cards[Math.min(Math.max(now + by, 0), cards.length - 1)]?.focus();
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select")) return;
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
});
byId("kind").addEventListener("change", reload);
byId("decision").addEventListener("change", reload);
byId("more").addEventListener("click", showMore);
reload();

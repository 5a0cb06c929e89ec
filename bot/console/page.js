"use strict";
// Redraws the tables from counts.json; text only, never markup.
const EVERY = 2000;

function made(tag, parent, text) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

function line(parent, tag, cells) {
  const row = made("tr", parent);
  for (const cell of cells) {
    const element = made(tag, row, cell);
    if (tag === "th") element.scope = "col";
  }
}

function drawn(section) {
  const place = document.createElement("section");
  made("h2", place, section.title);
  const wide = made("div", place);
  wide.className = "wide";
  const table = made("table", wide);
  line(made("thead", table), "th", section.columns);
  const body = made("tbody", table);
  for (const row of section.rows) line(body, "td", row);
  if (!section.rows.length) made("td", made("tr", body), "none yet").colSpan = section.columns.length;
  return place;
}

let last = "";

async function refresh() {
  const state = document.getElementById("state");
  try {
    const answer = await fetch("counts.json", { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.status);
    const figures = await answer.json();
    const now = JSON.stringify(figures.sections);
    // Unchanged tables stay, so that a selection or a scrolled table is not lost every two seconds.
    if (now !== last) document.getElementById("sections").replaceChildren(...figures.sections.map(drawn));
    last = now;
    state.textContent = `As of ${figures.at}`;
    state.classList.remove("stale");
  } catch {
    state.classList.add("stale");
    if (!state.textContent.startsWith("No answer")) state.textContent = `No answer; ${state.textContent}`;
  }
  setTimeout(refresh, document.hidden ? EVERY * 5 : EVERY);
}

refresh();

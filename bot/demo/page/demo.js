// The demo's page: which phones are in view, the counts, and the link's switch.

const EVERY = 1000;
const find = (id) => document.getElementById(id);
const seen = { user: 0, member: 0, room: "group" };
let state = null;

async function told(path, given) {
  const posted = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) };
  const answer = await fetch(`/demo/${path}`, given ? posted : { cache: "no-store" });
  if (!answer.ok) throw new Error(`answer ${answer.status}`);
  return answer.json();
}

function made(tag, text, className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = className;
  return element;
}

function say(id, text) {
  const element = find(id);
  if (element.textContent !== text) element.textContent = text;
}

// A frame is loaded anew only when somebody else's phone is wanted.
function show(id, user, chat) {
  const wanted = `/phone?user=${user}&chat=${encodeURIComponent(chat)}&bare=1`;
  if (find(id).getAttribute("src") !== wanted) find(id).src = wanted;
}

// Whose phone it is, is chosen on this page and not within the frame.
function plain({ target }) {
  const page = target.contentDocument;
  const sheet = page.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = "/demo/page/frame.css";
  page.head.append(sheet);
}

function choices(id, wanted, chosen) {
  const select = find(id);
  const text = JSON.stringify(wanted);
  if (select.dataset.text !== text) {
    select.dataset.text = text;
    select.replaceChildren(...wanted.map(([value, label]) => {
      const option = made("option", label);
      option.value = value;
      return option;
    }));
  }
  select.value = String(chosen);
}

function drawPhones() {
  // Newest first: a phone that was just made is at hand.
  const phones = [...state.phones].reverse();
  if (phones.length && !seen.user) seen.user = phones[phones.length - 1][0];
  choices("phones", phones, seen.user);
  if (seen.user) show("phone", seen.user, state.bot);
  seen.member ||= state.staff[0][0];
  choices("members", state.staff, seen.member);
  show("desk", seen.member, seen.room === "group" ? state.group : state.desk);
}

function drawLink() {
  const { up, node, register } = state;
  const waiting = register === null ? 0 : Math.max(0, node - register);
  find("line").classList.toggle("cut", !up);
  document.body.classList.toggle("waits", waiting > 0 && !up);
  find("switch").setAttribute("aria-checked", String(up));
  say("word", up ? "Link is up" : "Link is CUT");
  say("act", up ? "Cut it" : "Join it");
  say("node", node.toLocaleString("en"));
  say("register", register === null ? "–" : register.toLocaleString("en"));
  const facts = `${waiting.toLocaleString("en")} ${waiting === 1 ? "fact waits" : "facts wait"} at the node`;
  if (!up) say("told", waiting ? `${facts}.` : "Nothing waits yet.");
  else say("told", waiting > 5 ? `${facts}, on the way.` : "");
}

function drawCounts() {
  find("silent").hidden = state.counts !== null;
  say("come", state.come < state.of ? `synthetic people: ${state.come} of ${state.of} have come` : "");
  say("plan", state.plan);
  if (!state.counts) return;
  for (const name of ["known", "registered", "leaving"]) {
    say(name, state.counts[name]);
    find(name).classList.toggle("long", state.counts[name].length > 4);
  }
  for (const name of ["waiting", "claimed", "closed"]) say(name, state.counts.cases[name]);
  drawDepartures(state.counts.departures);
}

function drawDepartures(rows) {
  const text = JSON.stringify(rows);
  const place = find("departures");
  if (!rows.length || place.dataset.text === text) return;
  place.dataset.text = text;
  place.className = "";
  place.replaceChildren(...rows.map((row) => {
    const card = made("div", "", "departure");
    const state_ = row.approved === "yes" ? "approved" : "not approved yet";
    card.append(made("p", `${row.departs} · ${row.route} · ${row.seats} seats · ${state_}`));
    const live = ["offered", "sent", "read", "yes", "no", "open", "seats left", "waiting"];
    if (row.approved === "yes") card.append(made("p", live.map((name) => `${name} ${row[name]}`).join(" · "), "live"));
    return card;
  }));
}

async function refresh() {
  try {
    state = await told("state");
    drawPhones();
    drawLink();
    drawCounts();
  } catch (wrong) {
    say("told", `The demo does not answer (${wrong.message}). Is it still running?`);
  }
}

async function go() {
  await refresh();
  setTimeout(go, document.hidden ? EVERY * 5 : EVERY);
}

find("phones").addEventListener("change", (event) => { seen.user = Number(event.target.value); drawPhones(); });
find("members").addEventListener("change", (event) => { seen.member = Number(event.target.value); drawPhones(); });
find("new").addEventListener("click", async () => {
  seen.user = (await told("phones", {})).user;
  await refresh();
});
find("switch").addEventListener("click", async () => {
  await told("link", { up: !state.up });
  await refresh();
});
for (const tab of document.querySelectorAll("[data-room]")) {
  tab.addEventListener("click", () => {
    seen.room = tab.dataset.room;
    for (const other of document.querySelectorAll("[data-room]")) other.setAttribute("aria-pressed", String(other === tab));
    drawPhones();
  });
}
find("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(state.plan);
    say("copy", "Copied");
  } catch {
    getSelection().selectAllChildren(find("plan"));
    say("copy", "Selected");
  }
  setTimeout(() => say("copy", "Copy"), 2000);
});
for (const id of ["phone", "desk"]) find(id).addEventListener("load", plain);
go();

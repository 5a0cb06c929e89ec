// The phones on the page: each shows one chat as one person sees it.

import { act, ask, onChange } from "/page/calls.js";
import { bubble, keyRows, make, name } from "/page/bubbles.js";
import { weather } from "/page/weather.js";

const TOAST = 4000;
const LAST = 200;
const VANISHING = 300;

class Phone {
  constructor(user, chat) {
    this.user = user;
    this.chat = chat;
    this.drawn = new Map();
    const copy = document.getElementById("phone").content.cloneNode(true);
    this.node = copy.querySelector(".phone");
    this.find = (selector) => this.node.querySelector(selector);
    this.listen();
  }

  listen() {
    this.stayLow();
    this.find(".composer").addEventListener("submit", (event) => { event.preventDefault(); this.write(); });
    this.find(".start").addEventListener("click", () => this.say("/start"));
    this.find(".user").addEventListener("change", (event) => this.become(Number(event.target.value)));
    this.find(".block").addEventListener("click", () => this.block());
    this.find("input[type=file]").addEventListener("change", (event) => this.sendFile(event.target));
    for (const button of this.node.querySelectorAll("[data-kind]")) {
      button.addEventListener("click", () => this.send(button.dataset.kind));
    }
    this.node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.find(".attach").open = false;
    });
  }

  // Whoever reads the newest message keeps seeing it, also when a picture or a keyboard makes room.
  stayLow() {
    const log = this.find(".log");
    this.low = true;
    this.stick = () => { if (this.low) log.scrollTop = log.scrollHeight; };
    log.addEventListener("scroll", () => {
      this.low = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    });
    log.addEventListener("load", this.stick, true);
    new ResizeObserver(this.stick).observe(log);
  }

  get isGroup() { return /^-?\d+$/.test(String(this.chat)); }

  get thread() { return Number(this.find(".topic").value) || undefined; }

  become(user) {
    this.user = user;
    this.drawn.clear();
    this.find(".log").replaceChildren();
    this.refresh();
  }

  async refresh(world) {
    if (world) this.drawPeople(world);
    try {
      this.draw(await ask(`chats/${encodeURIComponent(this.chat)}/messages?user=${this.user}&last=${LAST}`));
    } catch (wrong) {
      this.toast(wrong.message);
    }
  }

  drawPeople(world) {
    const bot = world.bots.find((b) => b.username.toLowerCase() === String(this.chat).toLowerCase());
    const group = world.groups.find((g) => String(g.id) === String(this.chat));
    const title = bot ? bot.first_name : group ? group.title : String(this.chat);
    this.find(".title").textContent = title;
    this.find(".face").textContent = [...title][0] || "?";
    this.node.setAttribute("aria-label", `Phone: ${title}`);
    choices(this.find(".user"), world.users.map((user) => [user.id, name(user)]), this.user);
    this.find(".who").classList.toggle("alone", world.users.length < 2);
  }

  draw(room) {
    const log = this.find(".log");
    // As on a real phone, what is deleted leaves no trace.
    const there = room.messages.filter((message) => !message.deleted);
    const kept = new Set(there.map((message) => message.message_id));
    for (const [id, { node }] of this.drawn) {
      if (!kept.has(id)) { this.drawn.delete(id); vanish(node); }
    }
    for (const message of there) this.drawMessage(log, message);
    this.drawKeys(room.reply_keyboard);
    this.drawPinned(room);
    this.stick();
    this.find(".start").hidden = this.isGroup || (there.length > 0 && !room.blocked);
    this.find(".start").textContent = room.blocked ? "Unblock and start" : "Start";
    this.find(".block").hidden = this.isGroup || room.blocked;
    const topics = Object.entries(room.topics);
    this.find(".where").hidden = topics.length === 0;
    choices(this.find(".topic"), [["", "General"], ...topics], this.find(".topic").value);
  }

  // Only what changed is drawn anew, so that the focus stays on a button that is still there.
  drawMessage(log, message) {
    const text = JSON.stringify(message);
    const known = this.drawn.get(message.message_id);
    if (known && known.text === text) return;
    const node = bubble(message, this.user, (m, key) => this.press(m, key));
    if (known) known.node.replaceWith(node);
    else log.append(node);
    this.drawn.set(message.message_id, { text, node });
  }

  drawKeys(keyboard) {
    const text = JSON.stringify(keyboard);
    const keys = this.find(".keys");
    if (keys.dataset.text === text) return;
    keys.dataset.text = text;
    const rows = keyboard ? keyboard.keyboard : [];
    keys.replaceChildren(...keyRows(rows, (key) => this.tap(key, keyboard)));
    this.find(".field").placeholder = (keyboard && keyboard.input_field_placeholder) || "Message";
  }

  drawPinned(room) {
    const pinned = room.messages.find((message) => message.message_id === room.pinned[room.pinned.length - 1]);
    this.find(".pinned").hidden = !pinned;
    this.find(".pinned").textContent = pinned ? `Pinned: ${pinned.text || pinned.caption || "a message"}` : "";
  }

  async press(message, key) {
    if (key.url) { this.toast(key.url); return; }
    const pressed = await this.attempt("press", { message_id: message.message_id, data: key.callback_data });
    if (pressed) this.awaitAnswer(pressed.callback_query_id);
  }

  async awaitAnswer(number) {
    for (let wait = 100; wait < 3000; wait *= 1.5) {
      const { answer } = await ask(`presses/${number}`);
      if (answer) { this.toast(answer.text); return; }
      await new Promise((done) => { setTimeout(done, wait); });
    }
  }

  async tap(key, keyboard) {
    if (key.request_contact) await this.send("contact");
    else if (key.request_location) await this.send("location");
    else await this.say(key.text);
    if (keyboard.one_time_keyboard) this.find(".keys").replaceChildren();
  }

  async write() {
    const field = this.find(".field");
    const text = field.value.trim();
    if (text && await this.say(text)) field.value = "";
    field.focus();
  }

  say(text) { return this.attempt("say", { text, thread: this.thread }); }

  send(kind, more = {}) {
    this.find(".attach").open = false;
    return this.attempt("send", { kind, thread: this.thread, ...more });
  }

  sendFile(field) {
    const [file] = field.files;
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      this.send("photo", { content: reader.result.split(",")[1], name: file.name });
      field.value = "";
    });
    reader.readAsDataURL(file);
  }

  block() {
    this.find(".attach").open = false;
    return this.attempt("block", {});
  }

  async attempt(verb, given) {
    try {
      return await act(verb, { user: this.user, chat: this.isGroup ? Number(this.chat) : this.chat, ...given });
    } catch (wrong) {
      this.toast(wrong.message);
      return null;
    }
  }

  toast(text) {
    const toast = this.find(".toast");
    toast.textContent = text;
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => { toast.textContent = ""; }, TOAST);
  }
}

function vanish(node) {
  node.classList.add("gone");
  setTimeout(() => { node.remove(); }, VANISHING);
}

function choices(select, wanted, chosen) {
  const text = JSON.stringify(wanted);
  if (select.dataset.text !== text) {
    select.dataset.text = text;
    select.replaceChildren(...wanted.map(([value, label]) => {
      const option = make("option", "", label);
      option.value = value;
      return option;
    }));
  }
  select.value = String(chosen);
}

function phonesWanted(query, world) {
  const firstUser = world.users.length ? world.users[0].id : 0;
  const user = Number(query.get("user")) || firstUser;
  const bot = world.bots.length ? world.bots[0].username : "";
  const phones = [[user, query.get("chat") || bot]];
  const sides = query.getAll("side");
  const sideUsers = query.getAll("side_user");
  sides.forEach((side, at) => phones.push([Number(sideUsers[at]) || user, side]));
  return phones;
}

async function begin() {
  const query = new URLSearchParams(location.search);
  const bare = query.has("bare");
  document.body.classList.toggle("bare", bare);
  const phones = phonesWanted(query, await ask("world")).map(([user, chat]) => new Phone(user, chat));
  document.getElementById("phones").append(...phones.map((phone) => phone.node));
  const showWeather = weather();
  onChange(async () => {
    const world = await ask("world");
    if (!bare) showWeather(world);
    await Promise.all(phones.map((phone) => phone.refresh(world)));
  });
}

begin();

// Drawing one message. What people wrote is only ever set as text, never as markup.

export function bubble(message, mine, onPress) {
  const out = message.from.id === mine;
  const node = make("article", `bubble ${out ? "out" : "in"}`);
  node.dataset.id = message.message_id;
  if (message.forum_topic_created) {
    node.classList.add("service");
    node.append(words("p", "", `Topic: ${message.forum_topic_created.name}`));
    return node;
  }
  const body = make("div", "body");
  if (!out && message.chat.type !== "private") body.append(words("p", "sender", name(message.from)));
  body.append(...above(message), ...content(message), meta(message));
  node.append(body);
  const keys = message.reply_markup && message.reply_markup.inline_keyboard;
  if (keys && keys.length) node.append(inlineKeys(keys, (key) => onPress(message, key)));
  return node;
}

export function keyRows(rows, onPress) {
  return rows.map((row) => {
    const line = make("div", "row");
    line.append(...row.map((key) => {
      const button = words("button", `key ${key.style || ""}`, key.text);
      button.type = "button";
      button.disabled = Boolean(key.disabled);
      button.addEventListener("click", () => onPress(key));
      return button;
    }));
    return line;
  });
}

export function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

// A node whose direction follows its first strong letter.
export function words(tag, className, text) {
  const node = make(tag, className, text);
  node.dir = "auto";
  return node;
}

export function name(user) {
  return [user.first_name, user.last_name].filter(Boolean).join(" ");
}

function above(message) {
  const lines = [];
  const origin = message.forward_origin;
  if (origin) {
    const from = origin.sender_user ? name(origin.sender_user) : origin.sender_user_name;
    lines.push(words("p", "forwarded", `Forwarded from ${from}`));
  }
  const answered = message.reply_to_message;
  if (answered) lines.push(words("blockquote", "quote", answered.text || answered.caption || "a message"));
  return lines;
}

function content(message) {
  const parts = [];
  if (message.photo) parts.push(photo(message.photo[message.photo.length - 1]));
  if (message.contact) parts.push(contact(message.contact));
  if (message.location) parts.push(place(message.location));
  if (message.voice) parts.push(make("p", "thing", `▶ Voice note, ${message.voice.duration} s`));
  if (message.document) parts.push(labelled("Document", words("span", "", message.document.file_name || "no name")));
  if (message.sticker) parts.push(make("p", "sticker", message.sticker.emoji || "🙂"));
  if (message.text) parts.push(marked("p", message.text, message.entities));
  if (message.caption) parts.push(marked("p", message.caption, message.caption_entities));
  return parts;
}

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "code" };

// Offsets count UTF-16 units, which is how JavaScript counts too. Marks that overlap are drawn once.
function marked(tag, text, marks = []) {
  const node = words(tag, "text", "");
  let at = 0;
  for (const mark of marks) {
    if (mark.offset < at) continue;
    node.append(text.slice(at, mark.offset));
    at = mark.offset + mark.length;
    node.append(make(TAGS[mark.type] || "span", `mark ${mark.type}`, text.slice(mark.offset, at)));
  }
  node.append(text.slice(at));
  return node;
}

function photo(size) {
  const picture = make("img", "photo");
  picture.src = `/sandbox/pictures/${encodeURIComponent(size.file_id)}`;
  picture.alt = "Photo";
  picture.width = Math.min(220, size.width);
  picture.loading = "lazy";
  return picture;
}

function contact(who) {
  const number = make("bdi", "number", who.phone_number);
  number.dir = "ltr";
  return labelled("Contact", words("strong", "", name(who)), number);
}

function place(where) {
  const point = `${where.latitude.toFixed(4)}, ${where.longitude.toFixed(4)}`;
  const number = make("bdi", "number", point);
  number.dir = "ltr";
  return labelled("Location", number);
}

function labelled(label, ...parts) {
  const card = make("div", "thing");
  card.append(make("span", "label", label), ...parts);
  return card;
}

function inlineKeys(rows, onPress) {
  const keys = make("div", "inline");
  keys.append(...keyRows(rows, onPress));
  return keys;
}

function meta(message) {
  const line = make("footer", "meta");
  for (const emoji of message.reactions || []) line.append(make("span", "reaction", emoji));
  if (message.has_protected_content) {
    const lock = make("span", "protected", "protected");
    lock.title = "This message cannot be forwarded or saved";
    line.append(lock);
  }
  if (message.edited) line.append(make("span", "edited", "edited"));
  const when = new Date(message.date * 1000);
  const time = make("time", "", when.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false }));
  time.dateTime = when.toISOString();
  line.append(time);
  return line;
}

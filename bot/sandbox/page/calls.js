// Talking to the sandbox's control API.

export async function ask(path) {
  return unwrapped(await fetch(`/sandbox/${path}`));
}

export async function act(verb, given) {
  const headers = { "Content-Type": "application/json" };
  return unwrapped(await fetch(`/sandbox/${verb}`, { method: "POST", headers, body: JSON.stringify(given) }));
}

async function unwrapped(answer) {
  const body = await answer.json();
  if (!body.ok) throw new Error(body.description || `answer ${answer.status}`);
  return body.result;
}

// One stream of changes for the whole page; a burst of changes is one call.
export function onChange(refresh) {
  let running = false;
  let again = false;
  async function turn() {
    if (running) { again = true; return; }
    running = true;
    do { again = false; await refresh(); } while (again);
    running = false;
  }
  new EventSource("/sandbox/events").onmessage = turn;
  turn();
}

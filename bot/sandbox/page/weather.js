// The panel of faults and the clock.

import { act } from "/page/calls.js";
import { make } from "/page/bubbles.js";

export function weather() {
  const form = document.getElementById("faults");
  let rules = [];
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.elements.kind.setCustomValidity("");
    try {
      await act("faults", { rules: [...rules, ruleIn(form)] });
    } catch (wrong) {
      form.elements.kind.setCustomValidity(wrong.message);
      form.elements.kind.reportValidity();
    }
  });
  form.elements.kind.addEventListener("change", () => form.elements.kind.setCustomValidity(""));
  form.elements.method.addEventListener("change", () => form.elements.kind.setCustomValidity(""));
  document.getElementById("calm").addEventListener("click", () => act("faults", { rules: [] }));
  for (const button of document.querySelectorAll("#clock button")) {
    button.addEventListener("click", () => act("clock", { advance: Number(button.dataset.seconds) }));
  }
  return (world) => {
    rules = world.faults;
    const lines = rules.map((rule) => make("li", "", sentence(rule)));
    document.getElementById("rules").replaceChildren(...lines);
    const now = new Date(world.now * 1000);
    document.getElementById("time").textContent = now.toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  };
}

function ruleIn(form) {
  const seconds = Number(form.elements.seconds.value) || 0;
  return {
    // Every form has a property "method" of its own; the field is reached by name.
    method: form.elements.method.value,
    kind: form.elements.kind.value,
    share: Number(form.elements.share.value),
    count: form.elements.count.value ? Number(form.elements.count.value) : null,
    seconds,
    retry_after: Math.max(1, Math.round(seconds)),
    after: form.elements.after.checked,
  };
}

function sentence(rule) {
  const left = rule.count === null ? "always" : `${rule.count} more`;
  return `${rule.kind} at ${rule.method}, share ${rule.share}, ${left}`;
}

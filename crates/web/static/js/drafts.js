// Drafts: what was typed into a form stays in this browser until it was sent or is discarded. Staff's stay in this tab and
// go when they sign out; citizens' stay for seven days. Nothing that says who somebody is or opens a door is ever kept.
{
  const DAYS = 7;
  const PREFIX = "draft:";
  const desk = root.dataset.reader !== undefined;
  const site = location.pathname.match(/^\/@[^/]+/)?.[0] ?? "";
  const KINDS = ["text", "search", "number", "date", "time", "datetime-local", "checkbox", "radio"];
  const NAMES = /^(phone|id|identity|code|name|password|email|mail|contact|token|command|check|login|latitude|longitude|address|accused)|^new$/;

  let store;
  try {
    store = desk ? sessionStorage : localStorage;
    store.getItem(PREFIX);
  } catch {
    store = null; // a browser that keeps nothing
  }

  const keeps = (field) => {
    if (!field.name || field.disabled || field.closest("[data-draft-not]") || NAMES.test(field.name)) return false;
    if (field.tagName === "INPUT" && !KINDS.includes(field.type)) return false;
    // a browser that may fill it in by itself knows it as something about the person
    const fills = field.getAttribute("autocomplete") ?? "";
    return ["", "on", "off"].includes(fills) && field.inputMode !== "tel";
  };
  const fields = (form) => [...form.elements].filter(keeps);
  const box = (field) => field.type === "checkbox" || field.type === "radio";
  const empty = (field) => {
    if (box(field)) return field.checked === field.defaultChecked;
    if (field.tagName === "SELECT") return [...field.options].every((o) => o.selected === o.defaultSelected) || field.value === "";
    return field.value === field.defaultValue;
  };
  const read = (key) => {
    try {
      return JSON.parse(store.getItem(key));
    } catch {
      return null;
    }
  };
  const write = (key, draft) => {
    try {
      store.setItem(key, JSON.stringify(draft));
    } catch {
      /* full, or forbidden meanwhile: then there is no draft */
    }
  };
  const all = () => Object.keys(store).filter((key) => key.startsWith(PREFIX));

  // what a form holds now
  const taken = (form) =>
    fields(form)
      .filter((field) => !empty(field))
      .map((field) => [field.name, box(field) ? [field.value, field.checked] : field.value]);

  const put = (form, values) => {
    for (const [name, value] of values) {
      const same = fields(form).filter((field) => field.name === name);
      const field = Array.isArray(value) ? same.find((one) => one.value === value[0]) : same[0];
      if (!field || !empty(field)) continue;
      if (Array.isArray(value)) field.checked = value[1];
      else field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };

  const start = (form) => {
    const key = `${PREFIX}${site}:${root.dataset.reader ?? ""}:${form.dataset.draft}`;
    const says = make("span", { role: "status" });
    const discard = make("button", { type: "button", class: "link" }, say("live-draft-discard"));
    const line = make("p", { class: "quiet draft screen", hidden: "" }, says, " ", discard);
    form.append(line);
    const tell = (word) => {
      says.textContent = say(word) + say(desk ? "live-draft-tab" : "live-draft-days", { days: DAYS });
      line.hidden = false;
    };
    const draft = read(key);
    const faulty = form.querySelector("[aria-invalid=true], .faults") !== null;
    if (draft && !faulty) {
      put(form, draft.values);
      form.closest("details")?.setAttribute("open", "");
      tell("live-draft-back");
    }
    let waits = 0;
    const keep = () => {
      clearTimeout(waits);
      waits = 0;
      const values = taken(form);
      if (!values.length) return store.removeItem(key);
      write(key, { at: Date.now(), values });
      if (line.hidden) tell("live-draft-kept");
    };
    form.addEventListener("input", () => {
      waits ||= setTimeout(keep, 400);
    });
    form.addEventListener("submit", () => {
      keep();
      const kept = read(key);
      if (kept) write(key, { ...kept, sent: true });
    });
    discard.addEventListener("click", () => {
      clearTimeout(waits);
      store.removeItem(key);
      form.reset();
      line.hidden = true;
      form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    });
  };

  if (store) {
    const forms = [...document.querySelectorAll("form[data-draft]")];
    // whoever goes back, or loads a page again that was never answered, finds the draft; whoever was answered does not
    const arrival = performance.getEntriesByType("navigation")[0]?.type;
    const answered = (arrival === "navigate" || window.wzAnswered) && !document.querySelector("[data-error]");
    const open = document.querySelector("form[data-draft] [aria-invalid=true], form[data-draft] .faults, .faults") !== null;
    for (const key of all()) {
      const draft = read(key);
      const old = !draft || Date.now() - draft.at > DAYS * 86_400_000;
      const done = draft?.sent && answered && !open;
      if (old || done) store.removeItem(key);
      else if (draft.sent) write(key, { ...draft, sent: false });
    }
    forms.forEach(start);
    for (const form of document.querySelectorAll("form.who, form[action$='/sign-out'], form[action$='/my/close']")) {
      form.addEventListener("submit", () => all().forEach((key) => store.removeItem(key)));
    }
  }
}

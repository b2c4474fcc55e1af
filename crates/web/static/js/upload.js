// Files: their size and kind are looked at before anything is sent, and the way is shown while they travel. The form goes
// out as it would without, and its answer takes the place of the page; the server checks everything again by content.
{
  const MB = 1024 * 1024;
  const fits = (file, accept) =>
    !accept.length ||
    accept.some((kind) => (kind.startsWith(".") ? file.name.toLowerCase().endsWith(kind) : file.type === kind));

  const faults = (input) => {
    const most = Number(input.dataset.mostBytes || Infinity);
    const number = Number(input.dataset.mostFiles || Infinity);
    const accept = (input.dataset.accept || input.accept || "").toLowerCase().split(",").map((kind) => kind.trim()).filter(Boolean);
    const files = [...input.files];
    const found = [];
    if (files.length > number) found.push(say("live-files-many", { most: number }));
    for (const file of files) {
      if (file.size > most) found.push(say("live-file-large", { name: file.name, most: Math.floor(most / MB) }));
      else if (file.size === 0) found.push(say("live-file-empty", { name: file.name }));
      else if (!fits(file, accept)) found.push(say("live-file-kind", { name: file.name }));
    }
    return found;
  };

  const size = (bytes) => (bytes < MB ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MB).toFixed(1)} MB`);

  // beneath the field: each file with its size, or what is wrong
  const list = (input) => {
    const wrong = faults(input);
    const old = document.getElementById(`${input.id}-list`);
    const shown = make("div", { id: `${input.id}-list`, role: "status" });
    if (wrong.length) shown.append(...wrong.map((says) => make("p", { class: "fault" }, "! ", says)));
    else shown.append(...[...input.files].map((file) => make("p", { class: "quiet" }, `${file.name} · ${size(file.size)}`)));
    old ? old.replaceWith(shown) : input.after(shown);
    input.closest(".field")?.classList.toggle("faulty", wrong.length > 0);
    return wrong.length === 0;
  };

  const show = (request, hash) => {
    window.dispatchEvent(new Event("pagehide"));
    window.wzAnswered = true;
    if (request.responseURL) history.pushState(null, "", request.responseURL);
    document.open();
    document.write(request.responseText);
    document.close();
    if (hash && document.getElementById(hash.slice(1))) location.hash = hash;
  };

  const send = (form, button) => {
    const bar = make("progress", { max: "100", value: "0", "aria-label": say("live-sending") });
    const says = make("span", { role: "status" }, say("live-sending"));
    const line = make("p", { class: "sending" }, bar, " ", says);
    form.append(line);
    const buttons = [...form.querySelectorAll("button")];
    const data = button?.name ? new FormData(form, button) : new FormData(form);
    const request = new XMLHttpRequest();
    const failed = () => {
      // it was not sent: a draft of it stays
      form.dispatchEvent(new Event("input"));
      line.replaceChildren(say("live-not-sent"));
      line.className = "fault";
      line.setAttribute("role", "alert");
      for (const one of buttons) one.disabled = false;
    };
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = Math.round((100 * event.loaded) / event.total);
    });
    request.upload.addEventListener("load", () => {
      says.textContent = say("live-checking");
      bar.removeAttribute("value");
    });
    request.addEventListener("load", () => {
      const page = (request.getResponseHeader("content-type") ?? "").startsWith("text/html");
      page ? show(request, new URL(to, location.href).hash) : failed();
    });
    request.addEventListener("error", failed);
    for (const one of buttons) one.disabled = true;
    const to = button?.hasAttribute("formaction") ? button.formAction : form.getAttribute("action");
    request.open("POST", to);
    request.setRequestHeader("accept", "text/html");
    request.send(data);
  };

  for (const form of document.querySelectorAll("form[data-upload]")) {
    const inputs = [...form.querySelectorAll("input[type=file]")];
    for (const input of inputs) input.addEventListener("change", () => list(input));
    form.addEventListener("submit", (event) => {
      const wrong = inputs.find((input) => !list(input));
      if (wrong) {
        event.preventDefault();
        // nothing was sent, and nobody else shall take it for sent
        event.stopImmediatePropagation();
        wrong.focus();
      } else if (inputs.some((input) => input.files.length)) {
        event.preventDefault();
        send(form, event.submitter);
      }
    });
  }
}

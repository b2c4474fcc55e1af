// The form of a call: what helps to answer is fetched while the caller speaks. Without this, buttons of the form do the same.
{
  const form = document.querySelector("form[data-call]");

  // Fetches one part of what stands beside the form; where several were asked for, the last one counts.
  const part = (address, then) => {
    const place = form.querySelector(`[data-call-part="${address}"]`);
    const button = form.querySelector(`[formaction$="${address}"]`);
    let asked = 0;
    return async () => {
      const turn = ++asked;
      const typed = new URLSearchParams();
      for (const [name, value] of new FormData(form)) typed.append(name, value);
      typed.append("part", "yes");
      try {
        const answer = await fetch(button.formAction, { method: "POST", headers: { Accept: "text/html" }, body: typed });
        const text = answer.ok ? await answer.text() : null;
        if (text === null || turn !== asked) return;
        // a page of the server's own, in which no script runs
        const read = new DOMParser().parseFromString(text, "text/html");
        place.replaceChildren(...read.body.childNodes);
        then?.(place);
      } catch {
        // the button is still there
      }
    };
  };

  const watch = () => {
    const { phone, text, unit } = form.elements;
    let chosen = false;
    unit?.addEventListener("change", () => (chosen = true));
    const earlier = part("/desk/call/earlier");
    const beside = part("/desk/call/beside", (place) => {
      const found = place.querySelector("[data-suggested]");
      if (unit && found && !chosen) unit.value = found.dataset.suggested;
    });

    let dialled = "";
    const dials = () => {
      const digits = phone.value.replace(/\D/g, "").replace(/^86(?=1\d{10}$)/, "");
      if (digits.length === 11 && digits !== dialled) earlier();
      dialled = digits;
    };
    phone.addEventListener("input", dials);
    dials();

    let timer;
    const hears = () => {
      clearTimeout(timer);
      timer = setTimeout(beside, 350);
    };
    const said = ["text", "title", "division", "accused_named", "accused_people"];
    form.addEventListener("input", (event) => said.includes(event.target.name) && hears());
    form.addEventListener("change", (event) => /^(category|marks|accused)/.test(event.target.name) && hears());
    if (text.value.trim()) beside();

    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        form.querySelector("button[type=submit]:not([formaction])").click();
      } else if (event.target.matches("input[type=text], input[type=tel]")) {
        // Enter in a line goes on to the next field: no call is sent by chance
        event.preventDefault();
        const fields = [...form.querySelectorAll("input, textarea, select")].filter(
          (field) => field.type !== "hidden" && field.offsetParent !== null,
        );
        fields[fields.indexOf(event.target) + 1]?.focus();
      }
    });
  };

  if (form) watch();
}

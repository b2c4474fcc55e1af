// Choosing lines: all of them at once without asking for the page again, and how many are chosen. What the filter of the
// page hides is not chosen.
for (const form of document.querySelectorAll("[data-pick]")) {
  const link = form.querySelector("[data-tick]");
  const boxes = [...form.querySelectorAll('input[name="pick"]')];
  const number = make("span", { class: "quiet", role: "status" });
  link.after(" ", number);
  const inSight = () => boxes.filter((box) => !box.closest("tr").hidden);
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    const all = inSight();
    number.textContent = chosen ? count("bulk-chosen", { n: chosen }) : "";
    link.textContent = all.length && all.every((box) => box.checked) ? say("bulk-tick-none") : say("bulk-tick-all", { count: all.length });
  };
  link.setAttribute("role", "button");
  const toggle = (event) => {
    event.preventDefault();
    const all = inSight();
    const on = !all.every((box) => box.checked);
    for (const box of boxes) box.checked = on && all.includes(box);
    tell();
  };
  link.addEventListener("click", toggle);
  link.addEventListener("keydown", (event) => event.key === " " && toggle(event));
  form.addEventListener("change", tell);
  // a line that is filtered away is not sent
  document.addEventListener("input", (event) => {
    if (event.target.type !== "search") return;
    for (const box of boxes) if (box.closest("tr").hidden) box.checked = false;
    tell();
  });
  tell();
}

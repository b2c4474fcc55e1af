// Clocks count down while a page stays open. Minutes are the smallest unit, as the server writes them, so nothing moves
// from second to second, and screen readers are not interrupted: they read what stands there when they come by.
{
  const MINUTE = 60_000;
  const HALF_AN_HOUR = 30 * MINUTE;

  const span = (ms) => {
    const whole = Math.floor(Math.abs(ms) / MINUTE);
    const [days, hours, minutes] = [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, whole % 60];
    if (days > 0) return count("shell-days-hours", { days, hours });
    return hours > 0 ? count("shell-hours-minutes", { hours, minutes }) : count("shell-minutes", { minutes });
  };

  // as crates/web/src/parts/tag.rs has it
  const standing = (left, whole) => {
    if (left <= 0) return "overdue";
    return left <= HALF_AN_HOUR || left * 4 <= whole ? "soon" : "running";
  };
  const STATES = { running: "○", soon: "◐", overdue: "!" };

  const change = (clock, state) => {
    const row = clock.closest(".clock, td, li, .standing") ?? clock.parentElement;
    const tag = row.querySelector(".tag");
    if (!tag || tag.classList.contains(state)) return;
    for (const part of [row, tag]) {
      // only what runs changes by itself
      if (!Object.keys(STATES).some((known) => part.classList.contains(known))) continue;
      part.classList.remove(...Object.keys(STATES));
      part.classList.add(state);
    }
    const sign = make("span", { class: "sign", "aria-hidden": "true" }, STATES[state]);
    tag.replaceChildren(sign, " ", say(`shell-tag-${state}`));
  };

  const clocks = [...document.querySelectorAll("time[data-clock]")];
  const show = () => {
    for (const clock of clocks) {
      const due = Date.parse(clock.dateTime);
      const left = due - now();
      const text = say(left > 0 ? "shell-left" : "shell-over", { span: span(left) });
      if (clock.textContent !== text) clock.textContent = text;
      // a right that expires makes nobody late, and is left to the server
      if (clock.dataset.clock) change(clock, standing(left, due - Number(clock.dataset.clock)));
    }
  };
  if (clocks.length) {
    setInterval(show, MINUTE / 4);
    document.addEventListener("visibilitychange", show);
  }
}

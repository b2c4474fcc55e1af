// Filter in place: hides the rows of this page that do not hold what is typed. Other pages of the list stay the server's.
{
  const FEWEST = 6;
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  let no = 0;

  for (const list of document.querySelectorAll("[data-filter]")) {
    // a group of rows may begin with a row of its own that names it
    const groups = list.tBodies ? [...list.tBodies] : [];
    const names = groups.map((group) => [...group.rows].find((row) => row.cells.length === 1));
    const rows = list.tBodies ? groups.flatMap((group) => [...group.rows]).filter((row) => !names.includes(row)) : [...list.children];
    if (rows.length < FEWEST) continue;
    // numbers are shown in groups: whoever types them without spaces finds them too
    const texts = rows.map((row) => plain(row.textContent) + " " + plain(row.textContent).replace(/ /g, ""));
    const id = `filter-${++no}`;
    const input = make("input", { id, type: "search", autocomplete: "off", maxlength: "60" });
    const left = make("span", { class: "quiet", role: "status" });
    const place = make("div", { class: "look in-place screen" }, make("label", { for: id }, say("live-filter")), input, left);
    const wanted = list.dataset.filter;
    const inside = wanted.startsWith("#") ? document.querySelector(wanted) : null;
    inside ? inside.append(place) : list.before(place);

    input.addEventListener("input", () => {
      const words = plain(input.value).split(" ").filter(Boolean);
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every((word) => texts[i].includes(word));
        if (!row.hidden) shown += 1;
      });
      names.forEach((name, i) => {
        if (name) name.hidden = ![...groups[i].rows].some((row) => row !== name && !row.hidden);
      });
      left.textContent = words.length ? say("live-filter-left", { left: shown, all: rows.length }) : "";
    });
  }
}

// What of the page does not fit: it scrolls sideways, text is cut off, or lies over other text. Answers with a list.
const faults = [];
const width = document.documentElement.clientWidth;
const about = element => {
  const name = element.localName + [...element.classList].map(word => "." + word).join("");
  return `${name} "${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
};
if (document.documentElement.scrollWidth > width) {
  const scrolled = element => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter(element =>
    element.getBoundingClientRect().right > width + 1 && !scrolled(element));
  const deepest = wide.filter(element => !wide.some(other => other !== element && element.contains(other)));
  const at = deepest.slice(0, 3).map(about).join("; ");
  faults.push(`scrolls sideways, ${document.documentElement.scrollWidth} in ${width} pixels: ${at}`);
}
// each piece of text with the box that is seen of it
const pieces = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const range = document.createRange();
const tooSmall = box => box.right - box.left < 1 || box.bottom - box.top < 1;
for (let node; (node = walker.nextNode());) {
  const element = node.parentElement;
  if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
  if (element.closest(".unseen, .skip, option, script, noscript, title, desc")) continue;
  range.selectNodeContents(node);
  for (const rect of range.getClientRects()) {
    let box = { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom };
    if (tooSmall(box) || box.right + scrollX < 0) continue;
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX === "visible" || style.display === "inline") continue;
      const frame = up.getBoundingClientRect();
      const cut = ["hidden", "clip"].includes(style.overflowX);
      const half = (box.bottom - box.top) / 2;
      // what letters leave empty beside them may lie outside
      const beside = 2 + .2 * half;
      if (cut && (box.right > frame.right + beside || box.left < frame.left - beside || box.bottom > frame.bottom + half)) {
        faults.push(`cut off: ${about(element)}`);
      }
      box = {
        left: Math.max(box.left, frame.left), right: Math.min(box.right, frame.right),
        top: Math.max(box.top, frame.top), bottom: Math.min(box.bottom, frame.bottom),
      };
    }
    if (!tooSmall(box)) pieces.push({ box, element });
  }
}
pieces.sort((one, other) => one.box.top - other.box.top);
const told = new Set();
for (let n = 0; n < pieces.length; n++) {
  const { box, element } = pieces[n];
  for (let m = n + 1; m < pieces.length && pieces[m].box.top < box.bottom; m++) {
    const { box: over, element: other } = pieces[m];
    if (element === other) continue;
    const wide = Math.min(box.right, over.right) - Math.max(box.left, over.left);
    const tall = Math.min(box.bottom, over.bottom) - over.top;
    const least = Math.min(box.bottom - box.top, over.bottom - over.top);
    if (wide < 3 || tall < .4 * least) continue;
    const line = `${about(element)} lies over ${about(other)}`;
    if (!told.has(line)) faults.push(line);
    told.add(line);
  }
}
return faults.slice(0, 8);

// What of the page does not belong on paper, while it is drawn as for a printer. Answers with a list.
const faults = [];
const about = element => {
  const name = element.localName + [...element.classList].map(word => "." + word).join("");
  return `${name} "${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
};
const seen = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
for (const found of document.querySelectorAll("nav, form, button, .button, input, select, textarea, .skip, [data-live]")) {
  // a form that frames what is read, such as a list with boxes, leaves that on the paper
  if (seen(found) && (found.localName !== "form" || found.innerText.trim() === "")) faults.push(`on paper: ${about(found)}`);
}
if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
  faults.push(`wider than the paper: ${document.documentElement.scrollWidth}`);
}
// black on white: backgrounds are not printed, so that pale ink would be lost
const grey = colour => {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
  return Math.max(red, green, blue);
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const pale = new Set();
for (let node; (node = walker.nextNode());) {
  const element = node.parentElement;
  if (!node.data.trim() || !seen(element) || element.closest("svg, .sample, .swatches")) continue;
  if (grey(getComputedStyle(element).color) > 96) pale.add(`pale on paper: ${about(element)}`);
}
faults.push(...pale);
for (const link of document.querySelectorAll("main a[href^='http']")) {
  if (seen(link) && !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")) && !link.textContent.includes(link.getAttribute("href"))) {
    faults.push(`an address is not on the paper: ${about(link)}`);
  }
}
return faults.slice(0, 12);

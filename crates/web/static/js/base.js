// What the other scripts share. They stand in one function, each in a block of its own; WORDS are the texts of the
// catalogue in the reader's language, put before them where the file is made.
const say = (key, args = {}) => (WORDS[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => String(args[name] ?? ""));

// A text that counts: one of a thing is said otherwise than several.
const count = (key, numbers) =>
  say(key + Object.values(numbers).map((n) => (n === 1 ? ":1" : ":n")).join(""), numbers);

// How many, with the thousands set apart, as the server writes it.
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

// An element with attributes and what stands in it; text is always text.
const make = (name, attributes = {}, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

const root = document.documentElement;
// what the server's clock shows against this computer's, which may be wrong
const behind = Number(root.dataset.now || Date.now()) - Date.now();
const now = () => Date.now() + behind;

// @ts-check
/**
 * Building what is on the screen. What people wrote only ever becomes text nodes, never markup, and
 * no style or handler is written into the markup, so that the content security policy needs no
 * exception.
 */

/** @typedef {Node | string | number | false | null | undefined} Child */
/** @typedef {{[name: string]: any}} Attributes */

/**
 * An element. `on…` attributes are listeners; false, null and undefined leave an attribute or a
 * child out; true writes an attribute without a value.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  return /** @type {any} */ (dress(document.createElement(tag), attributes, children));
}

/**
 * An element of a drawing.
 *
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  return /** @type {SVGElement} */ (dress(element, attributes, children));
}

/** @param {Element} element @param {Attributes} attributes @param {(Child | Child[])[]} children */
function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...present(children));
  return element;
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
function present(children) {
  return children
    .flat()
    .filter((child) => child !== false && child !== null && child !== undefined)
    .map((child) => (child instanceof Node ? child : String(child)));
}

/** A part of a page under a heading of its own. @param {string} title @param {...(Child | Child[])} content */
export const section = (title, ...content) => h('section', {}, h('h2', {}, title), ...content);

/** Puts other children in the place of those that an element has.
 *  @param {Element} element @param {...(Child | Child[])} children */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
}

/** Makes a text what an element says; leaves it alone, with what is selected in it, where it is already.
 *  @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Makes an element's children exactly these, in this order, touching only what is out of place, so
 * that a list can be refreshed under somebody's finger or focus.
 *
 * @param {Element} parent
 * @param {Element[]} wanted
 */
export function arrange(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  wanted.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
}

/** How long what was said stays to be seen or found. */
const SAID_FOR_MS = 4000;

/** Says something to everybody on the page, seen and heard. @param {string} text */
export function say(text) {
  const announcer = /** @type {HTMLElement} */ (document.getElementById('announcer'));
  const spoken = document.createTextNode(text);
  announcer.replaceChildren(spoken);
  document.querySelector('.toast')?.remove();
  const toast = h('div', { class: 'toast', 'aria-hidden': 'true' }, text);
  document.body.append(toast);
  setTimeout(() => [spoken, toast].forEach((one) => one.remove()), SAID_FOR_MS);
}

let names = 0;

/** An element id that is not used yet, to tie labels and errors to their fields. */
export const freshId = () => `e${++names}`;

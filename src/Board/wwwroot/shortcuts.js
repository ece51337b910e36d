// Single keys. An element says itself which key presses it (aria-keyshortcuts="A"); rows of lists are [data-row]. Never while
// somebody types, with a modifier, or under an open dialog; and not at all for whoever has switched them off.

const place = 'workorders.shortcuts';

// the row that had the focus last, also when it has left the list: the way goes on from there
let held = null;

export const areOn = () => localStorage.getItem(place) !== 'off';
export const switchTo = on => on ? localStorage.removeItem(place) : localStorage.setItem(place, 'off');

export function show() {
  const list = document.getElementById('shortcuts');
  if (list && !list.open) list.showModal();
}

export function settle() {
  if (!held || held.row.isConnected || document.activeElement !== document.body) return;
  const again = rows().find(row => row.getAttribute('href') === held.href);
  if (again) again.focus({ preventScroll: true });
}

const rows = () => [...document.querySelectorAll('[data-row]')].filter(row => row.checkVisibility());

function step(by) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const from = at >= 0 ? at
    : !held ? -1
    : held.row.isConnected ? all.indexOf(held.row)
    : held.index - (by > 0 ? 1 : 0); // it has gone: the next one has its place
  const to = Math.min(Math.max(from + by, 0), all.length - 1);
  all[to].focus();
}

function press(key) {
  const element = [...document.querySelectorAll('[aria-keyshortcuts]')].find(e =>
    e.getAttribute('aria-keyshortcuts').split(' ').some(k => k.toLowerCase() === key)
    && e.checkVisibility() && !e.disabled && e.getAttribute('aria-disabled') !== 'true');
  if (!element) return false;
  element.focus();
  if (element.matches('input, textarea, select')) element.select?.();
  else element.click();
  return true;
}

// the order that has the focus, or its box
function pick() {
  const box = document.activeElement?.closest?.('li')?.querySelector('[data-pick]');
  box?.click();
  return Boolean(box);
}

document.addEventListener('focusin', event => {
  const row = event.target.closest?.('[data-row]');
  if (row) held = { row, href: row.getAttribute('href'), index: rows().indexOf(row) };
});

// whoever clicks elsewhere has let go of it
document.addEventListener('pointerdown', event => {
  if (!event.target.closest?.('.entry')) held = null;
});

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || !areOn()) return;
  if (event.target.closest?.('input:not([data-pick]), textarea, select, [contenteditable=""], [contenteditable="true"]')) return;
  if (document.querySelector('dialog[open]')) return;

  // signs stand behind Shift on many keyboards, letters don't
  const key = event.key.toLowerCase();
  if (event.shiftKey && key !== '/' && key !== '?') return;
  if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
  else if (event.repeat) return;
  else if (key === '?') show();
  else if (key === 'x' && pick()) ;
  else if (key.length !== 1 || key === ' ' || !press(key)) return;
  event.preventDefault();
});

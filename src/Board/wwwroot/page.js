// What the pages can't do from C#: the document's language and theme with their cookies, the clipboard, the focus, and a
// reload that never ends on an error page.

const remember = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=31536000;samesite=lax`; };

export function speak(tag) {
  document.documentElement.lang = tag;
  remember('.AspNetCore.Culture', `c=${tag}|uic=${tag}`);
}

export const language = () => /(?:^|; )\.AspNetCore\.Culture=c%3D(\w+)/.exec(document.cookie)?.[1] ?? null;

export const theme = () => document.documentElement.dataset.theme ?? 'system';

export function paint(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  remember('workorders.theme', theme);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// After what Blazor draws now has been drawn; and not from somebody who has opened a menu meanwhile.
export function focus(selector) {
  requestAnimationFrame(() => {
    if (!document.querySelector('details[data-menu][open]')) document.querySelector(selector)?.focus();
  });
}

// after this press has been answered: the dialog lets nothing else run
export function print() {
  setTimeout(() => window.print());
}

// Only if the server has a page to give: a wall that shows something old is better than one that shows an error.
export async function renew() {
  try {
    const answer = await fetch(location.href, { cache: 'no-store', redirect: 'error' });
    if (answer.ok) location.reload();
  } catch {
    // not yet
  }
}

// Only if the server, too, takes us for nobody: it then leads on to where one gets in.
export async function leave() {
  try {
    const answer = await fetch(location.href, { cache: 'no-store', redirect: 'manual' });
    if (answer.type === 'opaqueredirect' || answer.status === 401) location.reload();
  } catch {
    // no contact is no answer
  }
}

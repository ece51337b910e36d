// What was typed and not saved. It stays in the browser until it is saved or thrown away, a tenant's numbers no longer than
// the tab. A browser that keeps nothing (a full disk, a private window) is no reason not to work.

const stores = () => {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
};

export function keep(key, text, briefly) {
  try {
    (briefly ? sessionStorage : localStorage).setItem(key, text);
  } catch {
    // it stays on the page
  }
}

export const read = (key) => stores().map((s) => s.getItem(key)).find((t) => t !== null) ?? null;

export const forget = (key) => stores().forEach((s) => s.removeItem(key));

export const all = (prefix) => stores().flatMap((s) => Object.entries(s).filter(([key]) => key.startsWith(prefix)));

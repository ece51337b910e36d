// What somebody has begun to write, for as long as the tab is open. A browser that keeps nothing (full, or told not to)
// costs the draft, never the form.

export function keep(name, draft) {
  try {
    sessionStorage.setItem(name, draft);
  } catch {
    // not kept
  }
}

export function recall(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

export function forget(name) {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // was not kept
  }
}

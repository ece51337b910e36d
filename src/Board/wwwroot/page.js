// What the pages can't do from C#: the document's language, its cookie, and a reload that never ends on an error page.

export function speak(tag) {
  document.documentElement.lang = tag;
  document.cookie = `.AspNetCore.Culture=${encodeURIComponent(`c=${tag}|uic=${tag}`)};path=/;max-age=31536000;samesite=lax`;
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

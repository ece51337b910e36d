// Lets the portal open without a network. It keeps whole sets of what the portal is made of: the document that any address
// can be shown with, and the files which that document names; never anything of anybody's. A set belongs to one version of
// the server, and what could differ between versions has its fingerprint in its name: nothing is ever mixed.

const prefix = 'portal-';
const shell = '/offline';
const patience = 3000;

// What the server draws alone, what hangs on a wall, and what is no page at all.
const elsewhere = /^\/(wall|sign-in|sign-out|connect|photos|hubs|t|healthz|readyz)(\/|$)|\.[a-z0-9]+$/i;
const files = /^\/(_framework|_content|fonts|icons)\/|\.(css|js|svg|png|woff2|webmanifest)$/;
const fingerprinted = /\.[0-9a-z]{10}\.[a-z0-9]+$/;

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('message', event => event.waitUntil(keep(event.data).catch(() => { /* the next page tries again */ })));

addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname === location.pathname) return;
  if (request.mode === 'navigate') {
    if (!elsewhere.test(pathname)) event.respondWith(page(request));
  } else if (files.test(pathname)) {
    event.respondWith(fingerprinted.test(pathname) ? fromCacheFirst(request) : fromNetworkFirst(request));
  }
});

// The network has its chance, but nobody stands in a cellar and waits for it.
async function page(request) {
  const kept = await caches.match(shell, { ignoreVary: true });
  if (!kept) return fetch(request);
  const answer = fetch(request).catch(() => null);
  const late = new Promise(resolve => setTimeout(resolve, patience, null));
  const first = await Promise.race([answer, late]);
  // a proxy says for a server that is gone what the network says otherwise
  return first === null || [502, 503, 504].includes(first.status) ? kept : first;
}

const cached = request => caches.match(request.url, { ignoreVary: true });

async function fromCacheFirst(request) {
  return await cached(request) ?? fetch(request);
}

async function fromNetworkFirst(request) {
  try {
    return await fetch(request);
  } catch (problem) {
    const kept = await cached(request);
    if (kept) return kept;
    throw problem;
  }
}

// A page that runs says what it is made of. The document comes last: a set that has one is whole.
async function keep({ version, urls }) {
  const name = prefix + await digest(version);
  const set = await caches.open(name);
  const has = new Set((await set.keys()).map(request => request.url));
  await set.addAll(urls.filter(url => !has.has(url)).map(url => new Request(url, { credentials: 'omit' })));
  if (!await set.match(shell, { ignoreVary: true })) {
    // asked as nobody, so that there is nothing of anybody in it
    const document = await fetch(shell, { credentials: 'omit', cache: 'no-store' });
    const text = await document.clone().text();
    if (!document.ok || document.redirected || !version.every(part => text.includes(part))) {
      await caches.delete(name); // the server has become another one since that page was made
      return;
    }
    await set.put(shell, document);
  }
  const old = (await caches.keys()).filter(other => other.startsWith(prefix) && other !== name);
  await Promise.all(old.map(other => caches.delete(other)));
}

async function digest(parts) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts.join('\n')));
  return [...new Uint8Array(bytes.slice(0, 12))].map(b => b.toString(16).padStart(2, '0')).join('');
}

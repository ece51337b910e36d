// Makes the portal a thing that opens without a network: registers the worker, and tells it what this page is made of.
import { signOut } from './keep.js';

// a page is made of more files than browsers remember unasked
performance.setResourceTimingBufferSize(1000);

// the document may be the one that is kept for everybody, which knows of no choice
const theme = /(?:^|; )workorders\.theme=(light|dark)/.exec(document.cookie)?.[1];
if (theme) document.documentElement.dataset.theme = theme;

const isReady = () => document.querySelector('.portal[data-ready]') !== null;

// Once the portal runs it sees to signing out itself. Before that it happens here, and not through the form, which goes when
// the program draws its own.
addEventListener('submit', event => {
  if (isReady() || new URL(event.target.action).pathname !== '/sign-out') return;
  event.preventDefault();
  signOut();
});

const ready = new Promise(resolve => {
  const look = () => isReady() && (watch.disconnect(), resolve());
  const watch = new MutationObserver(look);
  watch.observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ['data-ready'] });
  look();
});

if ('serviceWorker' in navigator) {
  await ready;
  try {
    await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
    (await navigator.serviceWorker.ready).active.postMessage({ version: version(), urls: urls() });
  } catch {
    // without a network there is nothing to be kept; the next page tries again
  }
}

// What the server's document would have to hold to be of the same version as this one.
function version() {
  const named = [...document.querySelectorAll('head link[rel=stylesheet], head script[src]')];
  return [document.querySelector('script[type=importmap]').textContent, ...named.map(e => e.getAttribute('href') ?? e.getAttribute('src'))];
}

function urls() {
  const files = /^\/(_framework|fonts)\/|\.(css|js|svg|woff2|webmanifest)$/;
  const { imports } = JSON.parse(document.querySelector('script[type=importmap]').textContent);
  const named = [...document.querySelectorAll('head link[href]')].map(link => link.href);
  const used = performance.getEntriesByType('resource').map(entry => entry.name);
  // of the framework only what runs here; of our own also what is loaded when it is needed
  const modules = Object.values(imports ?? {}).filter(path => !path.includes('_framework/'));
  const all = [...named, ...used, ...modules].map(url => new URL(url, document.baseURI));
  const ours = all.filter(url => url.origin === location.origin && files.test(url.pathname)
    && !url.pathname.startsWith('/service-worker'));
  return [...new Set(ours.map(url => url.origin + url.pathname))];
}

// Keeps a tenant's page as the server would draw it now: it pushes, and nothing is asked for. Where nothing has been heard
// for a while the page says so, and as of when it shows what it shows.
const contact = document.getElementById('contact');
const silence = contact.dataset.silence * 1000;
const shortest = 1000, longest = 30000;

let line, watchdog, next, heardAt = contact.dataset.at, attempts = 0;

function open() {
  clearTimeout(next);
  watch();
  line = new EventSource(`${location.pathname}/live${location.search}`);
  line.addEventListener('page', event => { show(event.data); hear(event); });
  line.addEventListener('beat', hear);
  line.addEventListener('gone', end);
  // what the browser mends by itself it mends itself; what it gives up on is begun anew
  line.addEventListener('error', () => { if (line.readyState === EventSource.CLOSED) again(); });
}

// The server's clock comes as the event's id.
function hear(event) {
  attempts = 0;
  heardAt = event.lastEventId || heardAt;
  say('live', contact.dataset.live);
  watch();
}

// A line that was never answered is as silent as one that broke.
function watch() {
  clearTimeout(watchdog);
  watchdog = setTimeout(lose, silence);
}

// Only what differs is replaced: nobody who reads loses the place.
function show(html) {
  const drawn = new DOMParser().parseFromString(html, 'text/html');
  for (const part of drawn.querySelectorAll('[data-part]')) {
    const here = document.querySelector(`[data-part="${part.dataset.part}"]`);
    if (here.innerHTML !== part.innerHTML) here.innerHTML = part.innerHTML;
  }
}

function lose() {
  say('lost', contact.dataset.lost.replace('{0}', heardAt));
  again();
}

// A random part keeps a thousand pages from coming back in the same instant.
function again() {
  line.close();
  clearTimeout(next);
  const wait = Math.min(longest, shortest * 2 ** attempts++);
  next = setTimeout(async () => await isGone() ? end() : open(), wait / 2 + Math.random() * wait / 2);
}

// An event source does not tell that a link has ended from a server that is away.
async function isGone() {
  try {
    return (await fetch(location.href, { cache: 'no-store' })).status === 404;
  } catch {
    return false;
  }
}

function end() {
  line.close();
  location.reload();
}

function say(state, text) {
  contact.className = state;
  if (contact.textContent !== text) contact.textContent = text;
}

addEventListener('online', () => { if (contact.className === 'lost') { attempts = 0; again(); } });
open();

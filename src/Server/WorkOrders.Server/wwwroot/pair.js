// A screen that waits to be let in: shows a code, asks whether it has been approved, shows another when it is out of time.
// For ever, whatever goes wrong: nobody stands beside it with a keyboard. RFC 8628, sections 3.2 to 3.5.
const page = document.getElementById('pair');
const [code, state, left] = ['code', 'state', 'left'].map(id => document.getElementById(id));
const seconds = s => new Promise(done => setTimeout(done, s * 1000));

function show(text) {
  if (state.textContent !== text) state.textContent = text;
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST', cache: 'no-store', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
  });
  return { ok: answer.ok, status: answer.status, retryAfter: Number(answer.headers.get('retry-after')), body: await answer.json().catch(() => ({})) };
}

async function begin() {
  for (let wait = 1; ; wait = Math.min(wait * 2, 15)) {
    try {
      const answer = await post('/pair/code', {});
      if (answer.ok) return answer.body;
      show(page.dataset.busy);
      wait = Math.max(wait, answer.retryAfter || 0);
    } catch {
      show(page.dataset.offline);
    }
    // not all at once, when the power comes back to a house full of screens
    await seconds(wait * (.5 + Math.random()));
  }
}

// counted by the stopwatch: a television's clock may jump
function count(until) {
  const rest = Math.max(0, Math.round((until - performance.now()) / 1000));
  left.textContent = page.dataset.left.replace('{0}', `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')}`);
}

async function waitFor({ device_code, expires_in, interval }) {
  const until = performance.now() + expires_in * 1000;
  const ticking = setInterval(() => count(until), 1000);
  count(until);
  try {
    while (performance.now() < until) {
      await seconds(interval);
      let answer;
      try {
        answer = await post('/pair/session', { device_code });
      } catch {
        show(page.dataset.offline);
        continue;
      }
      if (answer.body.paired) return true;
      show(page.dataset.waiting);
      if (answer.body.error === 'slow_down') interval += 5;
      else if (answer.body.error === 'access_denied') show(page.dataset.denied);
      if (['access_denied', 'expired_token'].includes(answer.body.error)) return false;
    }
    return false;
  } finally {
    clearInterval(ticking);
    left.textContent = '';
  }
}

while (true) {
  const asked = await begin();
  code.textContent = asked.user_code;
  code.setAttribute('aria-label', [...asked.user_code].join(' '));
  show(page.dataset.waiting);
  if (await waitFor(asked)) break;
  code.textContent = '····-····';
  code.removeAttribute('aria-label');
  await seconds(2);
}
show(page.dataset.paired);
location.replace(page.dataset.goTo);

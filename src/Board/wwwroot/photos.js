// Photos on their way from a camera to the server: made smaller here, kept in the browser until they are up, and sent by
// the tus protocol (https://tus.io/protocols/resumable-upload) in pieces, so that a line that breaks costs one piece.
import { done, inside, tell } from './keep.js';

const longestSide = 2560;
const previewSide = 320;
const quality = 0.85;
const piece = 256 * 1024;
const patience = 60_000;

// Takes what a file input holds, and empties it. What is no picture comes back without a key.
export async function take(input, account, number, most) {
  const files = [...input.files].slice(0, most);
  const left = input.files.length - files.length;
  const photos = [];
  for (const file of files) photos.push(await keep(file, account, number));
  input.value = '';
  return { photos, left };
}

async function keep(file, account, number) {
  let picture;
  try {
    // turned as the camera was held
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { key: null, name: file.name };
  }
  try {
    // what is drawn anew is free of position, device and the like
    const canvas = draw(picture, longestSide);
    const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (!blob) return { key: null, name: file.name };
    const photo = {
      key: crypto.randomUUID(), account, number, name: file.name, width: canvas.width, height: canvas.height, size: blob.size,
      preview: draw(picture, previewSide).toDataURL('image/jpeg', 0.7), at: Date.now(), wish: null, url: null, id: null, sent: 0, problem: null,
    };
    await inside(['photos'], 'readwrite', photos => done(photos.put({ ...photo, blob })));
    return describe(photo);
  } finally {
    picture.close();
  }
}

function draw(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const describe = ({ key, number, name, width, height, size, preview, wish, id, sent, problem }) =>
  ({ key, number, name, width, height, size, preview, wish, id, sent, problem });

// In the order in which they were taken.
export async function list(account) {
  const all = await inside(['photos'], 'readonly', photos => done(photos.index('account').getAll(account)));
  return all.sort((a, b) => a.at - b.at).map(describe);
}

// Only what no wish has taken, unless the wish is to do without it.
export async function remove(key, evenIfTaken) {
  const photo = await inside(['photos'], 'readwrite', async photos => {
    const found = await done(photos.get(key));
    if (!found || (found.wish && !evenIfTaken)) return null;
    photos.delete(key);
    return found;
  });
  if (!photo) return;
  tell('changed');
  // the server removes by itself what nobody uses; this only makes room sooner
  if (photo.url) fetch(photo.url, { method: 'DELETE', headers: { 'Tus-Resumable': '1.0.0' } }).catch(() => { /* as said */ });
}

// Photos of notes that were never sent, from pages that are gone.
export async function tidy(olderThan) {
  await inside(['photos'], 'readwrite', async photos => {
    for (const photo of await done(photos.getAll())) if (!photo.wish && photo.at < olderThan) photos.delete(photo.key);
  });
}

// The server doesn't have them any more: from the beginning, then.
export const again = keys => inside(['photos'], 'readwrite', async photos => {
  for (const key of keys) {
    const photo = await done(photos.get(key));
    if (photo) photos.put({ ...photo, url: null, id: null, sent: 0, problem: null });
  }
});

const change = (key, changes) => inside(['photos'], 'readwrite', async photos => {
  const photo = await done(photos.get(key));
  if (photo) photos.put({ ...photo, ...changes });
});

// Sends what is missing of one photo. `isPassing` in the answer: not now, but it may succeed later.
export async function upload(key, listener) {
  const photo = await inside(['photos'], 'readonly', photos => done(photos.get(key)));
  if (!photo || photo.id) return { isPassing: false };
  try {
    await send(photo, sent => listener.invokeMethodAsync('HearProgress', key, sent));
    return { isPassing: false };
  } catch (problem) {
    if (!(problem instanceof Refused) || problem.isPassing) {
      return { isPassing: true, isSignedOut: problem.status === 401, retryAfterSeconds: problem.retryAfter ?? 0 };
    }
    await change(key, { url: null, sent: 0, problem: { reason: problem.reason, swedish: problem.swedish, english: problem.english } });
    return { isPassing: false };
  }
}

async function send(photo, progress) {
  let url = photo.url;
  let sent = url ? await received(url) : null;
  if (sent === null) {
    url = await begin(photo);
    sent = 0;
    await change(photo.key, { url });
  }
  while (sent < photo.blob.size) {
    await progress(sent);
    const answer = await ask('PATCH', url, {
      headers: { 'Upload-Offset': `${sent}`, 'Content-Type': 'application/offset+octet-stream' },
      body: photo.blob.slice(sent, sent + piece),
    });
    if (answer.status === 404 || answer.status === 410) {
      await change(photo.key, { url: null, sent: 0 });
      throw new Refused(answer.status, true);
    }
    if (!answer.ok) throw await refusal(answer);
    const now = Number(answer.headers.get('Upload-Offset'));
    if (!(now > sent)) throw new Refused(0, true);
    sent = now;
    await change(photo.key, { sent });
  }
  await change(photo.key, { sent, id: url.slice(url.lastIndexOf('/') + 1) });
  await progress(sent);
}

// How far the server has got; null if it knows nothing of it any more.
async function received(url) {
  const answer = await ask('HEAD', url);
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw await refusal(answer);
  return Number(answer.headers.get('Upload-Offset'));
}

async function begin(photo) {
  const answer = await ask('POST', '/photos/uploads', {
    headers: { 'Upload-Length': `${photo.blob.size}`, 'Upload-Metadata': `number ${btoa(`${photo.number}`)}` },
  });
  if (answer.status !== 201) throw await refusal(answer);
  return new URL(answer.headers.get('Location'), location.origin).pathname;
}

function ask(method, url, { headers, body } = {}) {
  return fetch(url, {
    method, body, headers: { 'Tus-Resumable': '1.0.0', ...headers },
    cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(patience),
  });
}

async function refusal(answer) {
  const isPassing = answer.status >= 500 || [401, 408, 409, 423, 429].includes(answer.status);
  let told = {};
  try { told = await answer.json(); } catch { /* it wasn't our server that spoke, or a HEAD */ }
  return new Refused(answer.status, isPassing, Number(answer.headers.get('Retry-After')) || 0, told);
}

class Refused extends Error {
  constructor(status, isPassing, retryAfter, told) {
    super(`The server answered ${status}.`);
    Object.assign(this, { status, isPassing, retryAfter, reason: told?.reason ?? '', swedish: told?.messages?.sv ?? '', english: told?.messages?.en ?? '' });
  }
}

// What the browser keeps on this device, in IndexedDB: answers to be read without a network, wishes that wait to be sent,
// and their photos. And what the tabs of one browser have to agree on.

const keepDays = 30;
const mostOrders = 200;
const mostLists = 40;

let opening;

function open() {
  return opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('workorders', 1);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore('facts');
      const answers = database.createObjectStore('answers', { keyPath: 'key' });
      answers.createIndex('number', 'numbers', { multiEntry: true });
      answers.createIndex('at', 'at');
      const wishes = database.createObjectStore('wishes', { keyPath: 'place', autoIncrement: true });
      wishes.createIndex('id', 'id', { unique: true });
      wishes.createIndex('account', 'account');
      const photos = database.createObjectStore('photos', { keyPath: 'key' });
      photos.createIndex('wish', 'wish');
      photos.createIndex('account', 'account');
    };
    request.onsuccess = () => {
      // a later version of these pages, in another tab, wants to change it
      request.result.onversionchange = () => { request.result.close(); opening = undefined; };
      resolve(request.result);
    };
    request.onerror = () => { opening = undefined; reject(request.error); };
  });
}

// Runs the steps in one transaction. What was changed is on the disk when it returns, or it throws.
export async function inside(stores, mode, steps) {
  const database = await open();
  return await new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' });
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
    Promise.resolve(steps(...stores.map(name => transaction.objectStore(name)))).then(value => { result = value; }, problem => {
      reject(problem);
      try { transaction.abort(); } catch { /* it is over already */ }
    });
  });
}

export const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

// Answers. They are those of one account: with another one, they go.

export const account = () => inside(['facts'], 'readonly', facts => done(facts.get('account')));

export async function become(account) {
  await inside(['facts', 'answers'], 'readwrite', async (facts, answers) => {
    if (await done(facts.get('account')) !== account) answers.clear();
    facts.put(account, 'account');
    for (const old of await done(answers.index('at').getAllKeys(IDBKeyRange.upperBound(Date.now() - keepDays * 86_400_000)))) answers.delete(old);
  });
  forgetOldDrafts();
}

// What was typed and never come back to. Whatever can't be read is of a version that nobody can read any more.
function forgetOldDrafts() {
  for (const [key, text] of Object.entries(localStorage).filter(([key]) => key.startsWith('draft/'))) {
    let at;
    try { at = Date.parse(JSON.parse(text).At); } catch { /* as said */ }
    if (!(at > Date.now() - keepDays * 86_400_000)) localStorage.removeItem(key);
  }
}

export async function remember(account, key, group, numbers, at, bytes) {
  await inside(['facts', 'answers'], 'readwrite', async (facts, answers) => {
    if (await done(facts.get('account')) !== account) return;
    await done(answers.put({ key, group, numbers, at, bytes }));
    // the newest first
    const all = (await done(answers.getAll())).sort((a, b) => b.at - a.at);
    const orders = new Set(all.filter(answer => answer.group === 'order').map(answer => answer.numbers[0]));
    const kept = new Set([...orders].slice(0, mostOrders));
    const lists = all.filter(answer => answer.group === 'list').slice(mostLists);
    for (const answer of [...lists, ...all.filter(a => a.group === 'order' && !kept.has(a.numbers[0]))]) answers.delete(answer.key);
  });
}

export async function recall(key) {
  const answer = await inside(['answers'], 'readonly', answers => done(answers.get(key)));
  return answer && answer.at > Date.now() - keepDays * 86_400_000 ? { at: answer.at, bytes: answer.bytes } : null;
}

// An order that is no longer the reader's: nothing that names it stays.
export async function drop(number) {
  await inside(['answers'], 'readwrite', async answers => {
    for (const key of await done(answers.index('number').getAllKeys(number))) answers.delete(key);
  });
}

// The place in the feed up to which all that is kept is known to be the reader's. Behind every removal in the queue of the
// answers: a place is on the disk only after what has left until there is gone.
export const reach = (logId, revision, at) =>
  inside(['facts', 'answers'], 'readwrite', facts => { facts.put({ logId, revision, at }, 'place'); });

export const place = async () => await inside(['facts'], 'readonly', facts => done(facts.get('place'))) ?? null;

// Nobody can say any more which of it is still the reader's.
export const losePlace = () => inside(['facts', 'answers'], 'readwrite', (facts, answers) => { facts.delete('place'); answers.clear(); });

export async function forget() {
  try {
    await inside(['facts', 'answers'], 'readwrite', (facts, answers) => { facts.clear(); answers.clear(); });
  } finally {
    // what was typed of a tenant is kept for the tab only, and no longer than somebody is signed in
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('draft/')) sessionStorage.removeItem(key);
    tell('signed-out');
  }
}

// Wishes, in the order in which they were made, and with their photos.

export async function saveWish(id, account, body, photoKeys) {
  await inside(['wishes', 'photos'], 'readwrite', async (wishes, photos) => {
    const known = await done(wishes.index('id').get(id));
    wishes.put(known ? { ...known, body } : { id, account, body });
    for (const key of photoKeys) {
      const photo = await done(photos.get(key));
      if (photo) photos.put({ ...photo, wish: id });
    }
  });
  tell('changed');
}

export async function wishes(account) {
  const all = await inside(['wishes'], 'readonly', wishes => done(wishes.index('account').getAll(account)));
  return all.map(wish => wish.body);
}

// Gone with its photos, unless somebody goes on writing and needs them.
export async function removeWish(id, withPhotos) {
  await inside(['wishes', 'photos'], 'readwrite', async (wishes, photos) => {
    const place = await done(wishes.index('id').getKey(id));
    if (place !== undefined) wishes.delete(place);
    for (const photo of await done(photos.index('wish').getAll(id))) {
      if (withPhotos) photos.delete(photo.key);
      else photos.put({ ...photo, wish: null });
    }
  });
  tell('changed');
}

// The tabs among themselves, and the network.

const channel = new BroadcastChannel('workorders');

export const tell = what => channel.postMessage(what);

export const isOnline = () => navigator.onLine;

export function listen(listener) {
  channel.onmessage = event => {
    if (event.data === 'signed-out') location.assign('/sign-in');
    else listener.invokeMethodAsync('HearChange');
  };
  addEventListener('online', () => listener.invokeMethodAsync('HearNetwork'));
}

// One tab at a time: until the turn is over, or its tab is.
export function turn(name) {
  return new Promise((resolve, reject) => {
    navigator.locks.request(name, () => new Promise(end => resolve({ end }))).catch(reject);
  });
}

// False if the server was not reached: then nothing has changed.
export async function signOut() {
  try {
    const answer = await fetch('/sign-out', { method: 'POST', redirect: 'manual' });
    if (!answer.ok && answer.type !== 'opaqueredirect') return false;
  } catch {
    return false;
  }
  try {
    await forget();
  } catch {
    // a database that can't be opened shows nothing to anybody either
  }
  location.assign('/sign-in');
  return true;
}

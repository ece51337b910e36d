// A contractor's own system in another language sends a photo: the standard tus client, nothing else.
// It breaks off in the middle, goes on where it was, and prints the photo's id as a JSON document.
//
//   node photo.mjs <http address> <client id> <secret> <order number> <file>
import { readFile } from 'node:fs/promises';
import { Upload } from 'tus-js-client';

const [http, clientId, secret, number, file] = process.argv.slice(2);

const answer = await fetch(`${http}/connect/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
});
if (!answer.ok) throw new Error(`no token: ${answer.status} ${await answer.text()}`);

let pieces = 0;
const upload = new Upload(await readFile(file), {
  endpoint: `${http}/photos/uploads`,
  headers: { authorization: `Bearer ${(await answer.json()).access_token}` },
  metadata: { number },
  chunkSize: 512,
  onError: error => { throw error; },
  onChunkComplete: () => {
    if (++pieces !== 2) return;
    upload.abort();
    // when the client has noticed
    setImmediate(() => upload.start());
  },
  onSuccess: () => console.log(JSON.stringify({ photo_id: upload.url.split('/').at(-1), pieces })),
});
upload.start();

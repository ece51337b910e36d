// A contractor's own system in another language: Node with grpc-js and the .proto files, nothing else.
// It takes a token, follows the feed, accepts an order, and prints what the feed tells of it, a JSON document a line.
//
//   node contractor.mjs <http address> <grpc host:port> <client id> <secret> <order number>
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const [http, target, clientId, secret, number] = process.argv.slice(2);
const protos = fileURLToPath(new URL('../../../protos', import.meta.url));
const definition = loader.loadSync(['workorders/v1/work_order_service.proto', 'workorders/v1/feed_service.proto'], {
  includeDirs: [protos], keepCase: true, longs: String, enums: String, oneofs: true,
});
const { v1 } = grpc.loadPackageDefinition(definition).workorders;

const answer = await fetch(`${http}/connect/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }),
});
if (!answer.ok) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
const metadata = new grpc.Metadata();
metadata.set('authorization', `Bearer ${(await answer.json()).access_token}`);

const plain = grpc.credentials.createInsecure();
const orders = new v1.WorkOrderService(target, plain);
const feed = new v1.WorkOrderFeedService(target, plain).WatchWorkOrders({ from_now: {} }, metadata);

feed.on('error', error => { if (error.code !== grpc.status.CANCELLED) throw error; });
feed.on('data', response => {
  if (response.frame === 'started') accept();
  for (const { scope, event } of response.events?.items ?? []) {
    if (event?.number !== number) continue;
    const { revision, kind, previous_status, new_status, log_entry } = event;
    console.log(JSON.stringify({ scope, revision, kind, previous_status, new_status, name: log_entry.name, text: log_entry.text }));
    feed.cancel();
  }
});

function accept() {
  orders.AcceptWorkOrder({ number, request_id: randomUUID() }, metadata, (error, accepted) => {
    if (error) throw error;
    console.log(JSON.stringify({ accepted: accepted.work_order.status, revision: accepted.revision }));
  });
}

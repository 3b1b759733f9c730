// A client in Node that sends activities and reads scores, and prints what it was told as JSON: client.mjs HOST:PORT
//
// The same steps as ../python/client.py; the tests compare what the two print with what the server must say.
import { promisify } from 'node:util';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const day = '2026-03-10';
const noon = { seconds: Date.parse(`${day}T12:00:00Z`) / 1000 };

const includeDirs = ['../../../protos', '../protos'].map((path) => new URL(path, import.meta.url).pathname);
const files = ['socialleads/v1/activity.proto', 'socialleads/v1/lead.proto', 'google/rpc/errors.proto'];
const definition = loader.loadSync(files, { includeDirs, enums: String, longs: Number, defaults: true });
const { ActivityService, LeadService } = grpc.loadPackageDefinition(definition).socialleads.v1;
const activities = new ActivityService(process.argv[2], grpc.credentials.createInsecure());
const leads = new LeadService(process.argv[2], grpc.credentials.createInsecure());
const call = (client, method, request) => promisify(client[method]).call(client, request);

const post = (id, member, fields = {}) =>
  ({ id, member, occurredAt: noon, kind: 'post', group: 'integrations', tags: ['pricing'], ...fields });

const toLead = ({ member, points, score, rank, contributions }) => ({
  member, points, score, rank, contributions: contributions.map(({ signal, facet, points }) => ({ signal, facet, points })),
});

async function refusal(client, method, request) {
  try {
    await call(client, method, request);
    return { status: 'OK' };
  } catch (error) {
    const report = { status: grpc.status[error.code], message: error.details, fields: [], resource: '' };
    const [bytes] = error.metadata.get('grpc-status-details-bin');
    for (const detail of definition['google.rpc.Status'].deserialize(bytes).details) {
      const value = Buffer.from(detail.value);
      if (detail.type_url.endsWith('/google.rpc.BadRequest')) {
        report.fields = definition['google.rpc.BadRequest'].deserialize(value).fieldViolations;
      } else if (detail.type_url.endsWith('/google.rpc.ResourceInfo')) {
        report.resource = definition['google.rpc.ResourceInfo'].deserialize(value).resourceName;
      }
    }
    return report;
  }
}

// Ten requests of twenty activities by 25 members; the last activity of each has no id.
function* requests() {
  for (let sequence = 0; sequence < 10; sequence++) {
    const batch = Array.from({ length: 19 }, (_, i) =>
      post(`s${sequence}-${i}`, `m${String((sequence * 20 + i) % 25).padStart(2, '0')}`));
    yield { sequence, activities: [...batch, post('', 'nobody')] };
  }
}

async function stream() {
  const duplex = activities.streamActivities();
  for (const request of requests()) duplex.write(request);
  duplex.end();
  const answers = [];
  for await (const { sequence, acceptedCount, duplicateCount, rejected } of duplex) {
    answers.push({ sequence, accepted: acceptedCount, duplicates: duplicateCount, rejected });
  }
  return answers;
}

const report = {};
const batch = [
  post('1', 'ann'), post('1', 'ann'), post('2', 'bob', { kind: 'Not a kind' }), post('3', 'bob', { value: 0.5, attributes: { plan: 'pro' } }),
];
report.recorded = (await call(activities, 'recordActivities', { activities: batch })).results;
report.streamed = await stream();

const { lead, model, asOf } = await call(leads, 'getScore', { member: 'ann', asOf: day });
report.score = { lead: toLead(lead), model, asOf };

const several = await call(leads, 'batchGetScores', { members: ['bob', 'nobody', 'm07'], asOf: day });
report.batch = { leads: several.leads.map(toLead), missing: several.missing };

report.pages = [];
let pageToken = '';
do {
  const page = await call(leads, 'listLeads', { asOf: day, pageSize: 10, pageToken, view: 'LEAD_VIEW_FULL' });
  report.pages.push(page.leads.map(toLead));
  report.total = page.totalSize;
  pageToken = page.nextPageToken;
} while (pageToken !== '');

report.unknownMember = await refusal(leads, 'getScore', { member: 'nobody', asOf: day });
report.badPageSize = await refusal(leads, 'listLeads', { pageSize: -1 });
report.noActivities = await refusal(activities, 'recordActivities', { activities: [] });
console.log(JSON.stringify(report));
activities.close();
leads.close();

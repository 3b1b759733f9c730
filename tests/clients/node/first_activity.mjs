// Sends one activity and reads the member's score: node first_activity.mjs [HOST:PORT]
import { promisify } from 'node:util';
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';

const protos = new URL('../../../protos', import.meta.url).pathname;
const definition = loader.loadSync(
  ['socialleads/v1/activity.proto', 'socialleads/v1/lead.proto'], { includeDirs: [protos], enums: String, longs: Number, defaults: true });
const { ActivityService, LeadService } = grpc.loadPackageDefinition(definition).socialleads.v1;
const address = process.argv[2] ?? '127.0.0.1:5080';
const activities = new ActivityService(address, grpc.credentials.createInsecure());
const leads = new LeadService(address, grpc.credentials.createInsecure());

const activity = {
  id: 'post-1', member: 'ann', kind: 'post', group: 'integrations', tags: ['pricing'],
  occurredAt: { seconds: Math.floor(Date.now() / 1000) },
};
const { results } = await promisify(activities.recordActivities).call(activities, { activities: [activity] });
console.log(results[0].disposition);

const { lead } = await promisify(leads.getScore).call(leads, { member: 'ann' });
console.log(`${lead.member}: ${lead.points} points, rank ${lead.rank}`);
for (const one of lead.contributions) console.log(`  ${one.points < 0 ? '' : '+'}${one.points} ${one.signal} ${one.facet}`.trimEnd());
activities.close();
leads.close();

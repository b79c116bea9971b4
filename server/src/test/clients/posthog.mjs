import { PostHog } from 'posthog-node';
import { address, key, order, past, traits } from './calls.mjs';

const client = new PostHog(key, { host: address, flushAt: 20, fetchRetryCount: 6, fetchRetryDelay: 200 });
client.identify({ distinctId: 'w-1', properties: traits });
client.capture({ distinctId: 'w-1', event: 'Order Completed', properties: order, timestamp: past });
client.groupIdentify({ groupType: 'company', groupKey: 'acme', properties: { name: 'ACME GmbH' } });
client.alias({ distinctId: 'w-1', alias: 'w-anon' });
await client.shutdown(30_000);

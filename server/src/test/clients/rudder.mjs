import Rudder from '@rudderstack/rudder-sdk-node';
import { address, key, order, past, traits } from './calls.mjs';

const Analytics = Rudder.default ?? Rudder;
const client = new Analytics(key, { dataPlaneUrl: address, flushAt: 20, flushInterval: 60_000, retryCount: 6 });
client.identify({ userId: 'w-1', traits, timestamp: past });
client.track({ userId: 'w-1', event: 'Order Completed', properties: order, timestamp: past });
client.page({ anonymousId: 'w-anon', category: 'Docs', name: 'Pricing', properties: { url: 'https://shop.example/pricing' } });
client.screen({ userId: 'w-1', name: 'Cart' });
client.group({ userId: 'w-1', groupId: 'acme', traits: { name: 'ACME GmbH' } });
client.alias({ previousId: 'w-anon', userId: 'w-1' });
await client.flush();
process.exit(0);

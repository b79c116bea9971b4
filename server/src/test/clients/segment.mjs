import { Analytics } from '@segment/analytics-node';
import { address, key, order, past, traits } from './calls.mjs';

const client = new Analytics({ writeKey: key, host: address, flushAt: 3 });
client.identify({ userId: 'w-1', traits, timestamp: past });
client.track({ userId: 'w-1', event: 'Order Completed', properties: order, timestamp: past, context: { ip: '203.0.113.7' } });
client.track({ anonymousId: 'w-anon', event: 'Товар просмотрен', properties: { sku: 'А-1' } });
client.page({ anonymousId: 'w-anon', category: 'Docs', name: 'Pricing', properties: { url: 'https://shop.example/pricing' } });
client.screen({ userId: 'w-1', name: 'Cart' });
client.group({ userId: 'w-1', groupId: 'acme', traits: { name: 'ACME GmbH' } });
client.alias({ previousId: 'w-anon', userId: 'w-1' });
await client.closeAndFlush({ timeout: 30_000 });

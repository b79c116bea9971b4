// What every client is told to send, so that what is stored can be compared with it.
export const traits = {
  email: 'wire-peter@example.com',
  name: 'Пётр Гиббонс',
  logins: 5,
  createdAt: '2026-01-02T03:04:05.000Z',
  address: { city: 'San Francisco', country: 'US' },
};

export const order = {
  order_id: '50314b8e',
  total: 27.5,
  currency: 'USD',
  odd: '<b>=1+1</b>\r\n\'; drop table x;--',
  products: [{ sku: '45790-32', price: 19, quantity: 1 }],
};

export const past = new Date('2026-02-03T04:05:06.789Z');

export const [address, key] = process.argv.slice(2);

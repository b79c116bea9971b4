import { lazy, Suspense } from 'react';
import { registry } from './features';

const banners = registry.banners.map(({ id, part }) => ({
  id,
  Part: lazy(async () => ({ default: await part() })),
}));

/** What every screen has to say first, such as that nothing is being sent. */
export function Banners() {
  return banners.map(({ id, Part }) => (
    <Suspense key={id} fallback={null}>
      <Part />
    </Suspense>
  ));
}

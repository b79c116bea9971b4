import { type ReactNode } from 'react';
import { useMay, type Permission } from '@/shared/api/permission';

/** What only those see who have the right: `<Permitted need="segments.edit"><Button …/></Permitted>`. */
export function Permitted({ need, children }: { need: Permission; children: ReactNode }) {
  return useMay()(need) ? children : null;
}

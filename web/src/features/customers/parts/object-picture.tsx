import { createElement } from 'react';
import { objectIcon } from '../object-icons';

/** The picture of a type of objects. */
export function ObjectPicture({ icon, size }: { icon: string; size: number }) {
  return createElement(objectIcon(icon), { size });
}

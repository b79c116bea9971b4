import {
  IconBed,
  IconBook,
  IconBox,
  IconBuildingStore,
  IconCar,
  IconDeviceLaptop,
  IconHome,
  IconPaw,
  IconPlane,
  IconSchool,
  IconTool,
} from '@tabler/icons-react';
import { type Icon } from '@/shared/lib/feature';

/** The pictures that a type of objects can have, by the word that is kept. */
export const objectIcons: Record<string, Icon> = {
  box: IconBox,
  school: IconSchool,
  car: IconCar,
  paw: IconPaw,
  home: IconHome,
  device: IconDeviceLaptop,
  tool: IconTool,
  book: IconBook,
  store: IconBuildingStore,
  plane: IconPlane,
  bed: IconBed,
};

export function objectIcon(name: string): Icon {
  return objectIcons[name] ?? IconBox;
}

import { useComputedColorScheme } from '@mantine/core';
import { heatColors } from './chart-theme';

/** From few to many, in the scheme that is on: for the `visualMap` of a heat map. */
export function useHeatColors(): string[] {
  return [...heatColors[useComputedColorScheme('light')]];
}

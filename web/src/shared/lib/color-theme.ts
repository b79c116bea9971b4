export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Anything unknown follows the system. */
export function asTheme(value: string): Theme {
  return themes.find((theme) => theme === value) ?? 'auto';
}

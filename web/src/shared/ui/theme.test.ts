import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { theme, variables } from './theme';

const merged = mergeMantineTheme(DEFAULT_THEME, theme);
const colors: Record<string, readonly string[]> = merged.colors;
const pine = colors.pine ?? [];
const white = '#ffffff';
const light: Record<string, string> = variables(merged).light;
const dark: Record<string, string> = variables(merged).dark;
const night = colors.dark ?? [];

function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function luminance(hex: string): number {
  const [red, green, blue] = rgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2: 4.5 for text, 3 for the edge of a field. */
function contrast(one = '', other = ''): number {
  const [dim, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

function mix(one = '', other = '', share: number): string {
  const [a, b] = [rgb(one), rgb(other)];
  return `#${a.map((part, at) => Math.round(part * share + (b[at] ?? 0) * (1 - share)).toString(16).padStart(2, '0')).join('')}`;
}

const papers = { light: [white, light['--regulars-canvas']], dark: [night[7], dark['--regulars-canvas']] };

describe('contrast', () => {
  it.each(['--mantine-color-dimmed', '--mantine-color-placeholder', '--mantine-color-error'])(
    'of %s is AA on every paper',
    (name) => {
      for (const paper of papers.light) expect(contrast(light[name], paper)).toBeGreaterThanOrEqual(4.5);
      for (const paper of papers.dark) expect(contrast(dark[name], paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('of the filled button and of links is AA', () => {
    expect(contrast(pine[6], white)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(pine[6], light['--regulars-canvas'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(pine[4], night[7])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['pine', 'gray', 'sunflower', 'red'])('of a light %s badge is AA', (name) => {
    const shades = colors[name];

    expect(contrast(shades?.[9], shades?.[1])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shades?.[2], mix(shades?.[5], night[7], 0.22))).toBeGreaterThanOrEqual(4.5);
  });

  it('of the edge of a field is 3 : 1', () => {
    expect(contrast(colors.gray?.[5], white)).toBeGreaterThanOrEqual(3);
    expect(contrast(night[3], night[7])).toBeGreaterThanOrEqual(3);
  });
});

import {
  ActionIcon,
  Badge,
  Button,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  NavLink,
  Paper,
  Table,
  Tooltip,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#ebf7f4',
  '#d5ece6',
  '#a9d9cd',
  '#79c4b2',
  '#4fae99',
  '#2c9480',
  '#12776a',
  '#0d6459',
  '#0a5048',
  '#073c37',
];

const stone: MantineColorsTuple = [
  '#f7f8f7',
  '#eef0ef',
  '#e0e4e2',
  '#dbe0dd',
  '#aab2ae',
  '#838d88',
  '#616b66',
  '#48514d',
  '#303835',
  '#1c2321',
];

const night: MantineColorsTuple = [
  '#dde3e1',
  '#b6bfbc',
  '#98a29e',
  '#68736f',
  '#3b4441',
  '#323b38',
  '#262d2b',
  '#1c2220',
  '#151a19',
  '#0f1312',
];

const sunflower: MantineColorsTuple = [
  '#fff8e6',
  '#ffedc2',
  '#ffdd91',
  '#fbc85a',
  '#efb02c',
  '#cf9012',
  '#986700',
  '#7c5300',
  '#604000',
  '#452d00',
];

const fonts =
  '-apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, "Liberation Sans", "PingFang SC", ' +
  '"Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** Colours for the series of a chart, told apart by people with any colour vision. */
export const seriesColors = {
  light: ['#12776a', '#d9822b', '#4361a8', '#b0417c', '#7a9a1d', '#7b5ea7', '#5f6b66', '#c24a3a'],
  dark: ['#4fbfa8', '#f0a652', '#8aa5e6', '#e58bb9', '#b5cf5b', '#b59be0', '#a3aeaa', '#f08b7d'],
} as const;

export const theme = createTheme({
  colors: { pine, gray: stone, dark: night, sunflower },
  primaryColor: 'pine',
  primaryShade: { light: 6, dark: 6 },
  black: '#1c2321',
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '21px', lineHeight: '1.3' },
      h2: { fontSize: '17px', lineHeight: '1.35' },
      h3: { fontSize: '15px', lineHeight: '1.4' },
      h4: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550 },
      styles: { root: { minWidth: 'fit-content', overflow: 'visible' }, label: { overflow: 'visible' } },
    }),
    Button: Button.extend({ defaultProps: { size: 'sm', fw: 550 } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', withinPortal: true } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.4 } },
    }),
    NavLink: NavLink.extend({ defaultProps: { variant: 'light' } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'lg', p: 'md' } }),
    Table: Table.extend({ defaultProps: { fz: 'sm', verticalSpacing: 7, horizontalSpacing: 'sm' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
});

/** What Mantine has no word for: the canvas under the papers, and text that stays readable (AA) on both. */
export const variables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--regulars-canvas': stone[0],
    '--regulars-hover': stone[1],
    '--regulars-focus': pine[6],
    '--mantine-color-dimmed': '#59635e',
    '--mantine-color-placeholder': '#66706a',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': stone[2],
  },
  dark: {
    '--regulars-canvas': night[8],
    '--regulars-hover': night[6],
    '--regulars-focus': pine[4],
    '--mantine-color-dimmed': '#9aa5a1',
    '--mantine-color-placeholder': '#8a9591',
    '--mantine-color-error': '#ff9c92',
    '--mantine-color-default-border': night[4],
    ...Object.assign({}, ...Object.keys(colors).map(softInTheDark)),
  },
});

/** The light variant of badges, alerts and entries: a tint over the paper, where Mantine goes nearly black. */
function softInTheDark(color: string): Record<string, string> {
  const tint = (percent: number) =>
    `color-mix(in srgb, var(--mantine-color-${color}-5) ${percent}%, var(--mantine-color-dark-7))`;
  return {
    [`--mantine-color-${color}-light`]: tint(22),
    [`--mantine-color-${color}-light-hover`]: tint(30),
    [`--mantine-color-${color}-light-color`]: `var(--mantine-color-${color}-2)`,
  };
}

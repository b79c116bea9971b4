import { seriesColors, theme } from './theme';

const inks = {
  light: { text: '#48514d', strong: '#1c2321', line: '#ccd2cf', grid: '#eef0ef', paper: '#ffffff' },
  dark: { text: '#98a29e', strong: '#dde3e1', line: '#434d4a', grid: '#262d2b', paper: '#1c2220' },
} as const;

export function chartTheme(scheme: 'light' | 'dark'): object {
  const ink = inks[scheme];
  const axis = {
    axisLine: { lineStyle: { color: ink.line } },
    axisTick: { show: false },
    axisLabel: { color: ink.text },
    nameTextStyle: { color: ink.text },
    splitLine: { lineStyle: { color: ink.grid } },
  };
  return {
    color: seriesColors[scheme],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: theme.fontFamily, color: ink.text },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: axis,
    logAxis: axis,
    legend: { textStyle: { color: ink.text }, itemWidth: 14, itemHeight: 8, icon: 'roundRect' },
    tooltip: {
      backgroundColor: ink.paper,
      borderColor: ink.line,
      textStyle: { color: ink.strong, fontSize: 13 },
      extraCssText: 'box-shadow: 0 4px 16px rgb(0 0 0 / 12%);',
    },
    line: { symbolSize: 5, lineStyle: { width: 2 } },
    bar: { itemStyle: { borderRadius: [3, 3, 0, 0] } },
    visualMap: { textStyle: { color: ink.text } },
  };
}

/** From few to many, for heat maps. */
export const heatColors = {
  light: ['#eef7f4', '#a9d9cd', '#4fae99', '#12776a', '#073c37'],
  dark: ['#1c2a27', '#1f4b43', '#22776a', '#3fb09a', '#b5ead9'],
} as const;

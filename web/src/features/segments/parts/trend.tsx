/** The shape of a size over days, without axes. */
export function Trend({ sizes, label }: { sizes: number[]; label: string }) {
  if (sizes.length < 2) return <span>—</span>;
  const width = 84;
  const height = 22;
  const low = Math.min(...sizes);
  const span = Math.max(...sizes) - low || 1;
  const points = sizes
    .map((size, index) => {
      const x = (index / (sizes.length - 1)) * (width - 4) + 2;
      const y = span === 1 && low === sizes[0] && new Set(sizes).size === 1 ? height / 2 : height - 3 - ((size - low) / span) * (height - 6);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <polyline points={points} fill="none" stroke="var(--mantine-primary-color-filled)" strokeWidth={1.6} strokeLinejoin="round" />
    </svg>
  );
}

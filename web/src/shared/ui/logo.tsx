/** A circle that comes back to where it began, with somebody in the middle. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-pine-6)" />
      <path
        d="M16 6.5a9.5 9.5 0 1 1-8.6 5.4"
        fill="none"
        stroke="var(--mantine-color-white)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="16" cy="16" r="3.2" fill="var(--mantine-color-sunflower-2)" />
    </svg>
  );
}

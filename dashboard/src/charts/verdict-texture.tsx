import type { Verdict } from '../api/generated/graphql.js';

export const verdicts = ['FASTER', 'WITHIN', 'OVER'] as const satisfies readonly Verdict[];

/** The SVG patterns of the verdicts, told apart by texture as well as colour; `prefix` makes the ids unique on the page. */
export function VerdictTextures({ prefix }: { prefix: string }) {
  return (
    <defs>
      <pattern id={`${prefix}-FASTER`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--accord-faster)" fillOpacity="0.35" />
        <rect width="2.5" height="6" fill="var(--accord-faster)" />
      </pattern>
      <pattern id={`${prefix}-WITHIN`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--accord-within)" />
      </pattern>
      <pattern id={`${prefix}-OVER`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="var(--accord-over)" fillOpacity="0.4" />
        <circle cx="2.5" cy="2.5" r="1.5" fill="var(--accord-over)" />
      </pattern>
    </defs>
  );
}

/** A legend's square in a verdict's texture. */
export function VerdictSwatch({ verdict, prefix }: { verdict: Verdict; prefix: string }) {
  return (
    <svg width="12" height="12" aria-hidden="true" focusable="false">
      <VerdictTextures prefix={prefix} />
      <rect
        width="12"
        height="12"
        rx="2"
        fill={`url(#${prefix}-${verdict})`}
        stroke={`var(--accord-${verdict.toLowerCase()})`}
      />
    </svg>
  );
}

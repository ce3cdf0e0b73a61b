import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface ChartSpaceProps {
  height: number;
  /** What the chart says, in a sentence, for who cannot see it. */
  label: string;
  /** Written over the chart when there is nothing to draw. */
  emptyText: string | null;
  children: ReactNode;
}

/** Keeps a chart's place while it loads and names it for assistive technology. */
export function ChartSpace({ height, label, emptyText, children }: ChartSpaceProps) {
  return (
    <div className="chart-space" style={{ height }}>
      <div role="img" aria-label={label}>
        {children}
      </div>
      {emptyText !== null && (
        <Text size="sm" c="dimmed" className="chart-empty">
          {emptyText}
        </Text>
      )}
    </div>
  );
}

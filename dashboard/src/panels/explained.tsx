import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

/** A figure that says what it means: under the pointer, at a touch, or reached by the keyboard. */
export function Explained({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <Tooltip label={hint}>
      <span className="explained" tabIndex={0}>
        {children}
      </span>
    </Tooltip>
  );
}

import type { BarRow } from '../prepare/bar-row.js';
import './bar-list.css';

/** Draws named bars under each other, each with its number; a bar in parts is told apart by texture as well as colour. */
export function BarList({ rows, label }: { rows: readonly BarRow[]; label: string }) {
  return (
    <ul className="bars" aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          <span className="bar-name">{row.name}</span>
          <span className="bar-track" aria-hidden="true">
            {row.parts.map(({ tone, width }) => (
              <i key={tone} data-tone={tone} style={{ width: `${width * 100}%` }} />
            ))}
          </span>
          <span className="bar-value figure">{row.value}</span>
          {row.note !== undefined && <span className="bar-note figure">{row.note}</span>}
        </li>
      ))}
    </ul>
  );
}

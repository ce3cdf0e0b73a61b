import {
  Bar,
  BarChart,
  Label,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { HistogramDrawing } from '../prepare/resolution-time.js';
import { ChartNote } from './chart-note.js';
import { verdicts, VerdictTextures } from './verdict-texture.js';

/** The words a histogram shows. */
export interface HistogramWords {
  verdict: Record<(typeof verdicts)[number], string>;
  barTitle: (days: string) => string;
  count: (value: number) => string;
}

const height = 208;

/** Draws the bars by verdict over the benchmark band, with the percentiles as lines. */
export function Histogram({
  drawing,
  words,
  prefix,
}: {
  drawing: HistogramDrawing;
  words: HistogramWords;
  prefix: string;
}) {
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 400, height }}>
      <BarChart
        data={drawing.bars}
        margin={{ top: 20, right: 6, bottom: 0, left: 6 }}
        barCategoryGap="12%"
        accessibilityLayer={false}
      >
        <VerdictTextures prefix={prefix} />
        <XAxis
          xAxisId="day"
          dataKey="label"
          ticks={drawing.ticks}
          interval={0}
          tickLine={false}
          axisLine={{ stroke: 'var(--accord-line)' }}
          tick={{ fill: 'var(--accord-quiet)', fontSize: 11 }}
          height={22}
        />
        <XAxis xAxisId="scale" dataKey="day" type="number" domain={drawing.scale} allowDataOverflow hide />
        <YAxis hide domain={[0, 'dataMax']} />
        <ReferenceArea
          xAxisId="scale"
          x1={drawing.band[0]}
          x2={drawing.band[1]}
          fill="var(--accord-band)"
          fillOpacity={1}
          stroke="var(--accord-band-edge)"
          strokeDasharray="2 3"
        />
        <Tooltip
          cursor={{ fill: 'var(--accord-cursor)' }}
          isAnimationActive={false}
          content={({ active, payload, label }) =>
            active ? (
              <ChartNote
                title={words.barTitle(String(label))}
                lines={payload
                  .filter(({ value }) => Number(value) > 0)
                  .map(({ dataKey, value }) => ({
                    name: words.verdict[dataKey as (typeof verdicts)[number]],
                    value: words.count(Number(value)),
                  }))}
              />
            ) : null
          }
        />
        {verdicts.map((verdict) => (
          <Bar
            key={verdict}
            xAxisId="day"
            dataKey={verdict}
            stackId="verdict"
            fill={`url(#${prefix}-${verdict})`}
            stroke={`var(--accord-${verdict.toLowerCase()})`}
            strokeWidth={0.75}
            isAnimationActive={false}
          />
        ))}
        {drawing.marks.map(({ name, at, side }) => (
          <ReferenceLine
            key={name}
            xAxisId="scale"
            x={at}
            stroke="var(--accord-ink)"
            strokeWidth={1.5}
            strokeDasharray={name === 'P90' ? '4 3' : undefined}
          >
            <Label
              value={name}
              position="top"
              textAnchor={side === 'left' ? 'end' : 'start'}
              dx={side === 'left' ? 4 : -4}
              fill="var(--accord-ink)"
              fontSize={11}
              fontWeight={600}
            />
          </ReferenceLine>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

import {
  Bar,
  BarChart,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type DotItemDotProps,
} from 'recharts';
import type { TrendBucketDrawing } from '../prepare/trend.js';
import { ChartNote } from './chart-note.js';

/** The words a trend shows for the bucket under the pointer. */
interface TrendWords {
  title: (bucket: TrendBucketDrawing) => string;
  lines: (bucket: TrendBucketDrawing) => { name: string; value: string }[];
  number: (value: number) => string;
}

const linesHeight = 372;
const countsHeight = 92;
const axisTick = { fill: 'var(--accord-quiet)', fontSize: 11 };
const margin = { top: 8, right: 8, bottom: 6, left: 0 };

interface TrendLinesProps {
  buckets: TrendBucketDrawing[];
  band: { min: number; max: number };
  /** The marks of the axis of working days. */
  ticks: number[];
  words: TrendWords;
  prefix: string;
}

/** Draws P50 and P90 as lines over the benchmark band, dashed where much has not ended yet, and the counts as bars below. */
export function TrendLines({ buckets, band, ticks, words, prefix }: TrendLinesProps) {
  const line = (name: 'p50' | 'p90', isOpen: boolean) => (
    <Line
      dataKey={isOpen ? `${name}Open` : name}
      stroke={`var(--accord-${name})`}
      strokeWidth={2}
      strokeDasharray={isOpen ? '5 4' : undefined}
      dot={({ key, cx, cy, payload }: DotItemDotProps) => (
        <TrendDot key={key} cx={cx} cy={cy} bucket={payload as TrendBucketDrawing} name={name} isOpenLine={isOpen} />
      )}
      activeDot={false}
      connectNulls={false}
      isAnimationActive={false}
    />
  );
  return (
    <>
      <ResponsiveContainer width="100%" height={linesHeight} initialDimension={{ width: 700, height: linesHeight }}>
        <ComposedChart data={buckets} margin={margin} syncId={prefix} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--accord-grid)" />
          <XAxis dataKey="label" scale="band" hide />
          <YAxis
            width={44}
            tickLine={false}
            axisLine={false}
            tick={axisTick}
            tickFormatter={words.number}
            ticks={ticks}
            domain={[0, ticks.at(-1) ?? 0]}
            interval={0}
          />
          <ReferenceArea
            y1={band.min}
            y2={band.max}
            fill="var(--accord-band)"
            fillOpacity={1}
            stroke="var(--accord-band-edge)"
            strokeDasharray="2 3"
          />
          {line('p90', true)}
          {line('p50', true)}
          {line('p90', false)}
          {line('p50', false)}
          <Tooltip
            cursor={{ stroke: 'var(--accord-line)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const bucket = payload[0]?.payload as TrendBucketDrawing | undefined;
              return active && bucket ? <ChartNote title={words.title(bucket)} lines={words.lines(bucket)} /> : null;
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height={countsHeight} initialDimension={{ width: 700, height: countsHeight }}>
        <BarChart data={buckets} margin={margin} syncId={prefix} accessibilityLayer={false}>
          <defs>
            <pattern
              id={`${prefix}-partial`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="2" height="6" fill="var(--accord-count-edge)" />
            </pattern>
          </defs>
          <XAxis
            dataKey="label"
            tickLine={false}
            axisLine={{ stroke: 'var(--accord-line)' }}
            tick={axisTick}
            minTickGap={16}
            height={24}
          />
          <YAxis
            width={44}
            tickLine={false}
            axisLine={false}
            tick={axisTick}
            tickFormatter={words.number}
            allowDecimals={false}
            tickCount={3}
          />
          <Bar
            dataKey="whole"
            stackId="count"
            fill="var(--accord-count)"
            stroke="var(--accord-count-edge)"
            strokeWidth={0.5}
            maxBarSize={36}
            isAnimationActive={false}
          />
          <Bar
            dataKey="partial"
            stackId="count"
            fill={`url(#${prefix}-partial)`}
            stroke="var(--accord-count-edge)"
            strokeDasharray="3 2"
            maxBarSize={36}
            isAnimationActive={false}
          />
          <Tooltip cursor={{ fill: 'var(--accord-cursor)' }} content={() => null} />
        </BarChart>
      </ResponsiveContainer>
    </>
  );
}

interface TrendDotProps {
  cx?: number;
  cy?: number;
  bucket: TrendBucketDrawing;
  name: 'p50' | 'p90';
  isOpenLine: boolean;
}

/** A round P50 or a square P90; hollow where few cases stand behind it or much has not ended. */
function TrendDot({ cx, cy, bucket, name, isOpenLine }: TrendDotProps) {
  if (cx === undefined || cy === undefined || bucket.isOpen !== isOpenLine) return null;
  if ((isOpenLine ? bucket[`${name}Open`] : bucket[name]) === null) return null;
  const isHollow = bucket.isOpen || (name === 'p90' && bucket.isSmall);
  const paint = {
    fill: isHollow ? 'var(--mantine-color-body)' : `var(--accord-${name})`,
    stroke: `var(--accord-${name})`,
    strokeWidth: 1.5,
  };
  return name === 'p50' ? (
    <circle cx={cx} cy={cy} r={3} {...paint} />
  ) : (
    <rect x={cx - 3} y={cy - 3} width={6} height={6} {...paint} />
  );
}

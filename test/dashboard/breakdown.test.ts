import type { BreakdownPanelFragment } from '@accord/dashboard/api/generated/graphql';
import { readSearch } from '@accord/dashboard/filters/search';
import { barRows } from '@accord/dashboard/prepare/bar-row';
import { prepareBreakdown } from '@accord/dashboard/prepare/breakdown';
import { describe, expect, it } from 'vitest';

const group = (key: string | null, [faster, within, over]: [number, number, number]): BreakdownPanelFragment => ({
  __typename: 'BreakdownGroup',
  key,
  label: `label of ${key}`,
  count: faster + within + over,
  p50: 10,
  p90: 20,
  onTimeRate: 0.5,
  faster,
  within,
  over,
  isSuppressed: false,
});
const words = { count: String, note: ({ isSuppressed }: BreakdownPanelFragment) => (isSuppressed ? 'hidden' : 'told') };

describe('the bars of a breakdown', () => {
  it('are as wide as their share of the largest, in parts by verdict', () => {
    const rows = prepareBreakdown([group('A', [4, 4, 2]), group(null, [0, 3, 2])], words);
    expect(rows).toEqual([
      {
        key: 'A',
        name: 'label of A',
        parts: [
          { tone: 'FASTER', width: 0.4 },
          { tone: 'WITHIN', width: 0.4 },
          { tone: 'OVER', width: 0.2 },
        ],
        value: '10',
        note: 'told',
      },
      {
        key: '',
        name: 'label of null',
        parts: [
          { tone: 'WITHIN', width: 0.3 },
          { tone: 'OVER', width: 0.2 },
        ],
        value: '5',
        note: 'told',
      },
    ]);
  });

  it('tell the count alone of a group that is not told', () => {
    const hidden = { ...group('B', [0, 0, 0]), count: 3, isSuppressed: true };
    expect(prepareBreakdown([group('A', [0, 6, 0]), hidden], words)[1]).toMatchObject({
      parts: [{ tone: 'PLAIN', width: 0.5 }],
      value: '3',
      note: 'hidden',
    });
  });

  it('are the largest eight', () => {
    const groups = Array.from({ length: 12 }, (_, index) => group(String(index), [0, 12 - index, 0]));
    expect(prepareBreakdown(groups, words).map(({ key }) => key)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  });
});

describe('plain bars', () => {
  it('are as wide as their share of the largest, and none where there is nothing', () => {
    const bars = barRows(
      [
        { key: 'A', name: 'a', count: 8 },
        { key: 'B', name: 'b', count: 2 },
      ],
      String,
    );
    expect(bars.map(({ parts, value }) => [parts[0]!.width, value])).toEqual([
      [1, '8'],
      [0.25, '2'],
    ]);
    expect(barRows([], String)).toEqual([]);
  });
});

describe('what is grouped by', () => {
  it('stands in the address, unless it is the default or nonsense', () => {
    expect(readSearch({ by: 'HANDLER' }).by).toBe('HANDLER');
    expect(readSearch({ by: 'TYPE' }).by).toBeUndefined();
    expect(readSearch({ by: 'WEATHER' }).by).toBeUndefined();
  });
});

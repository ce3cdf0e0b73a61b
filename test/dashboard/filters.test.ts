import { analyticsFilter, caseFilter, periodOf, rangeOf } from '@accord/dashboard/filters/question';
import { parseSearch, readSearch, stringifySearch } from '@accord/dashboard/filters/search';
import { describe, expect, it } from 'vitest';

const today = '2026-11-22';
const read = (text: string) => readSearch(parseSearch(text));

describe('the address', () => {
  it('keeps every filter and gives it back', () => {
    const text =
      '?cohort=OPENED&from=2026-01-01&to=2026-06-30&types=TRADE_DISPUTE,REPAYMENT&tracks=SIMPLE&source=helpdesk&clock=RESPONSE&bucket=WEEK&lang=en&theme=dark';
    expect(stringifySearch({ ...read(text) })).toBe(text);
  });

  it('falls back silently where a value is wrong', () => {
    const wrong =
      '?cohort=ALL&period=2y&from=2026-02-30&to=tomorrow&types=X,,Y&tracks=FAST&source=&clock=NOON&bucket=DAY&lang=fr&theme=blue';
    expect(stringifySearch({ ...read(wrong) })).toBe('');
  });

  it('keeps the known ones of a list', () => {
    expect(read('?types=REPAYMENT,NONSENSE').types).toEqual(['REPAYMENT']);
  });

  it('says nothing about defaults', () => {
    expect(stringifySearch({ ...read('?cohort=CLOSED&clock=OVERALL&bucket=MONTH') })).toBe('');
  });

  it('drops a reversed range, and a quick period beside dates', () => {
    expect(read('?from=2026-06-30&to=2026-01-01')).toMatchObject({ from: undefined, to: undefined });
    expect(read('?period=30d&from=2026-06-30&to=2026-01-01').period).toBe('30d');
    expect(read('?period=30d&from=2026-01-01')).toMatchObject({ from: '2026-01-01', period: undefined });
  });
});

describe('the question asked', () => {
  it('covers the last twelve months unless told otherwise, and all of an imported log', () => {
    expect(rangeOf(read(''), today)).toEqual({ from: '2025-11-23', to: null });
    expect(rangeOf(read('?source=helpdesk'), today)).toEqual({ from: null, to: null });
  });

  it.each([
    ['30d', '2026-10-24'],
    ['90d', '2026-08-25'],
    ['6m', '2026-05-23'],
    ['12m', '2025-11-23'],
    ['all', null],
  ])('starts %s at %s, today included', (period, from) => {
    expect(rangeOf(read(`?period=${period}`), today).from).toBe(from);
  });

  it('takes given dates as they are, one end open if only one is given', () => {
    expect(rangeOf(read('?from=2026-03-01'), today)).toEqual({ from: '2026-03-01', to: null });
    expect(periodOf(read('?to=2026-03-01'))).toBeUndefined();
  });

  it('counts the standard track for OVERALL and every track elsewhere, unless tracks are chosen', () => {
    expect(analyticsFilter(read(''), 'OVERALL', today).tracks).toEqual(['STANDARD']);
    expect(analyticsFilter(read(''), 'SIMPLE', today).tracks).toBeNull();
    expect(analyticsFilter(read('?tracks=SIMPLE,STANDARD'), 'OVERALL', today).tracks).toEqual(['SIMPLE', 'STANDARD']);
  });

  it('never mixes cases filed here with an imported log', () => {
    expect(analyticsFilter(read(''), 'OVERALL', today).sources).toBeNull();
    expect(caseFilter(read(''))).toMatchObject({ isImported: false });
    expect(analyticsFilter(read('?source=helpdesk'), 'OVERALL', today).sources).toEqual(['helpdesk']);
    expect(caseFilter(read('?source=helpdesk'))).toMatchObject({ source: 'helpdesk' });
  });
});

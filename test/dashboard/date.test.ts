import {
  bucketText,
  dateOf,
  isDate,
  momentText,
  nextBucketStart,
  plusDays,
  plusMonths,
} from '@accord/dashboard/prepare/date';
import { describe, expect, it } from 'vitest';

describe('dates on the screen', () => {
  it('take their day from Shanghai, whatever the zone of the machine', () => {
    expect(dateOf(new Date('2025-10-09T15:59:59Z'))).toBe('2025-10-09');
    expect(dateOf(new Date('2025-10-09T16:00:00Z'))).toBe('2025-10-10');
  });

  it('show the minute of today and the day of anything older', () => {
    expect(momentText('2026-11-22T08:05:00Z', '2026-11-22', 'zh-CN')).toBe('16:05');
    expect(momentText('2026-11-21T15:59:00Z', '2026-11-22', 'zh-CN')).toBe('11月21日');
    expect(momentText('2026-11-21T16:00:00Z', '2026-11-22', 'zh-CN')).toBe('00:00');
    expect(momentText('2014-01-02T16:00:00Z', '2026-11-22', 'zh-CN')).toBe('2014/1/3');
  });

  it.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2026-01-15', -12, '2025-01-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2025-12-01', 1, '2026-01-01'],
    ['2026-11-22', -11, '2025-12-22'],
  ])('%s and %d months is %s', (date, months, expected) => {
    expect(plusMonths(date, months)).toBe(expected);
  });

  it('count days over a daylight-saving night', () => {
    expect(plusDays('2026-03-08', 1)).toBe('2026-03-09');
    expect(plusDays('2026-11-01', 1)).toBe('2026-11-02');
    expect(plusDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('step from bucket to bucket', () => {
    expect(nextBucketStart('2025-12-29', 'WEEK')).toBe('2026-01-05');
    expect(nextBucketStart('2025-12-01', 'MONTH')).toBe('2026-01-01');
  });

  it('name a bucket by month or by the day its week starts', () => {
    expect(bucketText('2026-03-01', 'MONTH', 'zh-CN')).toBe('26年3月');
    expect(bucketText('2026-03-02', 'WEEK', 'en')).toBe('Mar 2');
  });

  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['20260101', false],
    [20260101, false],
    [undefined, false],
  ])('%s is a date: %s', (text, expected) => {
    expect(isDate(text)).toBe(expected);
  });
});

import { countText, none, oneDecimal, rateText } from '@accord/dashboard/prepare/number';
import { describe, expect, it } from 'vitest';

describe('figures in words', () => {
  it.each([
    [8, '8.0'],
    [8.25, '8.3'],
    [8.35, '8.4'],
    [8.349, '8.3'],
    [0.05, '0.1'],
    [14.95, '15.0'],
    [-8.25, '-8.3'],
    [1234.5, '1,234.5'],
    [0, '0.0'],
  ])('rounds %d to %s: one decimal, half away from zero', (value, expected) => {
    expect(oneDecimal(value, 'en')).toBe(expected);
    expect(oneDecimal(value, 'zh-CN')).toBe(expected);
  });

  it('writes a dash for no value, never a zero', () => {
    expect([oneDecimal(null, 'en'), rateText(null, 'en'), countText(undefined, 'en')]).toEqual([none, none, none]);
    expect(none).toBe('–');
  });

  it.each([
    [1, '100%'],
    [0, '0%'],
    [0.9999, '> 99.9%'],
    [0.99949, '> 99.9%'],
    [0.999, '99.9%'],
    [0.0001, '< 0.1%'],
    [0.001, '0.1%'],
    [0.8725, '87.3%'],
    [0.5, '50.0%'],
  ])('writes a rate of %d as %s: 100 % and 0 % only when exact', (rate, expected) => {
    expect(rateText(rate, 'en')).toBe(expected);
  });
});

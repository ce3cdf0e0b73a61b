import { isTimeFormat, timeReader } from '@accord/server/domain/foreign-time';
import { describe, expect, it } from 'vitest';

describe('times of a foreign log', () => {
  it.each([
    ['2012-10-09T14:50:17+00:00', '2012-10-09T14:50:17.000Z'],
    ['2012-10-09 14:50:17.1234567+08:00', '2012-10-09T06:50:17.123Z'],
    ['2012-10-09T14:50-0330', '2012-10-09T18:20:00.000Z'],
    [' 2012-10-09T14:50Z ', '2012-10-09T14:50:00.000Z'],
  ])('reads %s as the instant it is', (text, instant) => {
    expect(timeReader({})(text)).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '2012-10-09T14:50:17',
    '2012-02-30T10:00Z',
    '2012-10-09T24:00Z',
    '2012-10-09T14:60Z',
    '2012-10-09T14:50+99:00',
  ])('refuses %j', (text) => {
    expect(timeReader({})(text)).toBeNull();
  });

  it('reads a time without an offset in the zone of the map', () => {
    const rome = timeReader({ zone: 'Europe/Rome' });
    expect(rome('2012-07-01 12:00:00')).toBe('2012-07-01T10:00:00.000Z');
    expect(rome('2012-01-01')).toBe('2011-12-31T23:00:00.000Z');
    expect(rome('2012-07-01T12:00:00+00:00')).toBe('2012-07-01T12:00:00.000Z');
  });

  it('refuses an hour that clocks skipped and takes the first of one that came twice', () => {
    const rome = timeReader({ zone: 'Europe/Rome' });
    expect(rome('2012-03-25 02:30')).toBeNull();
    expect(rome('2012-10-28 02:30')).toBe('2012-10-28T00:30:00.000Z');
  });

  it('reads the format of the map and nothing else', () => {
    const read = timeReader({ format: 'M/D/YYYY H:mm', zone: 'Asia/Shanghai' });
    expect(read('7/29/2013 9:05')).toBe('2013-07-29T01:05:00.000Z');
    expect(read('29/7/2013 9:05')).toBeNull();
    expect(read('2013-07-29T09:05:00Z')).toBeNull();
  });

  it.each([
    ['YYYY-MM-DD', true],
    ['DD.MM.YYYY HH:mm:ss', true],
    ['HH:mm', false],
    ['YYYY-MM-DD DD', false],
  ])('says of the format %s that it can be read: %s', (format, isReadable) => {
    expect(isTimeFormat(format)).toBe(isReadable);
  });
});

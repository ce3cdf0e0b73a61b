import { readImportMap } from '@accord/server/commands/import-map';
import { describe, expect, it } from 'vitest';
import { importMap } from '../support/import-map.js';

describe('a map', () => {
  it.each([
    [importMap('x', { resolve: [] }), /activities.resolve: must name at least one/],
    [importMap('x', { pause: ['take'] }), /"take" stands in more than one list/],
    [importMap('x', { resume: [] }), /activities.resume: must say what ends a pause/],
    [
      importMap('x', {}, { constants: { ...importMap('x').constants, reason: 'FAKE_TRANSACTION' } }),
      /constants.reason: must be one of UNRESOLVED_IN_TIME, POOR_SERVICE/,
    ],
    [importMap('x', {}, { time: { zone: 'Mars/Base' } }), /time.zone: must be an IANA zone/],
    [importMap('x', {}, { time: { format: 'D/M/YYYY' } }), /time.zone: must be given/],
    [{ ...importMap('x'), colour: 'red' }, /Unrecognized key: "colour"/],
    [[], /the map: /],
  ])('that is wrong says where: %#', (json, message) => {
    expect(() => readImportMap(json)).toThrow(message);
  });
});

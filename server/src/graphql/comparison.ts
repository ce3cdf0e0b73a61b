import { comparisons } from '../analytics/comparison.js';
import { enumOf } from './enums.js';

export const Comparison = enumOf('Comparison', comparisons, 'Which period figures are compared with.', {
  PREVIOUS_PERIOD: 'As many calendar days, ending the day before `from`.',
  LAST_YEAR: 'The same dates a year before; 28 February for the 29th.',
});

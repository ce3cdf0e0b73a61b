import type { CaseState, Instant } from './case.js';
import type { Evolution } from './evolve.js';
import { originate } from './filing.js';

/** What a row of a foreign log does to the case; a row can do several things, and most do nothing. */
export const importedEffects = ['ANSWER', 'PAUSE', 'RESUME', 'RESOLVE'] as const;
export type ImportedEffect = (typeof importedEffects)[number];

/** Imported cases live by their own log: no window closes them and no deadline acts. */
function applyEffect(state: CaseState, effect: ImportedEffect, at: Instant): void {
  if (effect === 'ANSWER') state.stage = 'INVESTIGATING';
  if (effect === 'PAUSE') state.waitingSince ??= at;
  if (effect === 'RESUME' || effect === 'RESOLVE') state.waitingSince = null;
  if (effect === 'RESOLVE') Object.assign(state, { stage: 'RESOLVED', outcome: 'SETTLED', resolvedAt: at });
}

export const importedCaseEvolution: Evolution = {
  CaseImported(state, { payload, at }) {
    const { activity: _activity, performer: _performer, effects, ...origin } = payload;
    originate(state, origin, at);
    for (const effect of effects) applyEffect(state, effect, at);
  },
  ActivityImported(state, { payload, at }) {
    for (const effect of payload.effects) applyEffect(state, effect, at);
  },
};

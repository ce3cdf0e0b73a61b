import { newEvent } from './case-event.js';
import type { CaseState, Id, Instant, TextRef } from './case.js';
import type { Decision } from './decision.js';
import { badInput, requireText } from './domain-error.js';
import type { Evolution } from './evolve.js';
import { blockedIf } from './guard.js';
import type { Guard } from './guard.js';

export const reviewVerdicts = ['GOOD', 'IMPROVABLE', 'POOR'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];
export const reviewCriteria = ['TIMELINESS', 'INVESTIGATION', 'FAIRNESS', 'COMMUNICATION', 'RECORD'] as const;
export type ReviewCriterion = (typeof reviewCriteria)[number];

export interface ReviewScore {
  criterion: ReviewCriterion;
  /** From 1 to 5. */
  score: number;
}

/** A closed case that was drawn for review, and what a supervisor found; no party learns of either. */
export interface Review {
  id: Id;
  /** The draw it was part of. */
  sampleId: Id;
  sampledAt: Instant;
  /** Null until it is done, with all that follows. */
  verdict: ReviewVerdict | null;
  scores: ReviewScore[];
  text: TextRef | null;
  reviewedAt: Instant | null;
}

function reviewToDo({ reviews }: CaseState): Review | undefined {
  return reviews.find((review) => review.reviewedAt === null);
}

export const samplingBlockers: Guard = (state) => {
  const open = reviewToDo(state);
  return blockedIf(open !== undefined, 'ALREADY_SAMPLED', open ? [open.id] : []);
};

/** Draws the case for review, as one of a sample. */
export const sampleCases: Decision<{ sampleId: Id }> = (_state, { sampleId }, deciding) => [
  newEvent('CaseSampled', { reviewId: deciding.newId(), sampleId }, { audience: 'STAFF' }),
];

export const recordingBlockers: Guard = (state) =>
  blockedIf(reviewToDo(state) === undefined, 'NOT_SAMPLED', [state.id]);

export interface RecordReview {
  verdict: ReviewVerdict;
  scores: ReviewScore[];
  text: string;
}

/** Says how the case was handled: a verdict, a score for each criterion, and why. */
export const recordReview: Decision<RecordReview> = (state, { verdict, scores, text }, deciding) => {
  const isComplete =
    scores.length === reviewCriteria.length &&
    reviewCriteria.every((criterion) => scores.some((each) => each.criterion === criterion));
  if (!isComplete) throw badInput('input.scores', 'must name each criterion once');
  scores.forEach(({ score }, index) => {
    const isInRange = Number.isInteger(score) && score >= 1 && score <= 5;
    if (!isInRange) throw badInput(`input.scores.${index}.score`, 'must be from 1 to 5');
  });
  const recorded = { reviewId: reviewToDo(state)!.id, verdict, scores: scores.map((score) => ({ ...score })) };
  const words = deciding.text(requireText('input.text', text));
  return [newEvent('ReviewRecorded', { ...recorded, text: words }, { audience: 'STAFF' })];
};

export const reviewEvolution: Evolution = {
  CaseSampled(state, { payload: { reviewId: id, sampleId }, at }) {
    const none = { verdict: null, scores: [], text: null, reviewedAt: null };
    state.reviews.push({ id, sampleId, sampledAt: at, ...none });
  },
  ReviewRecorded(state, { payload: { reviewId, ...found }, at }) {
    Object.assign(
      state.reviews.find(({ id }) => id === reviewId)!,
      found,
      { reviewedAt: at },
    );
  },
};

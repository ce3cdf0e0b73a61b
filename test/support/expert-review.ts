import { life, people } from './life.js';

const { handler, complainant, supervisor, colleague, expertA, expertB, expertC } = people;

/** A case that a panel of three reviews from that day on, led by a colleague of who handled it first. */
export function expertReview(on: string) {
  const lived = life().file(on).accept(on).investigate(on).conclude(on);
  lived.act(on, handler, 'declareImpasse', { reason: '不成' });
  lived.act(on, complainant, 'requestSecondNegotiation', { grounds: '对结果不满意' });
  const experts = [expertA, expertB, expertC];
  for (const { id: expertId } of experts) lived.act(on, supervisor, 'appointExpert', { expertId });
  for (const each of experts) lived.act(on, each, 'declareConflict', { hasConflict: false });
  return lived.act(on, supervisor, 'admitSecondNegotiation', { handlerId: colleague.id });
}

import type { Course, Journey } from './course.js';
import { staff } from './pace.js';
import { findings, stepResults } from './phrases.js';

/** A further cycle of investigation: one step or two, a finding, and the next round opens. */
export function* lookAgain(course: Course): Journey {
  const { random, dossier, concerned } = course;
  const { handler } = concerned;
  for (const kind of dossier.steps.slice(0, random.between(1, 2))) {
    course.does(handler, 'planInvestigationStep', { kind, note: '补充核实' });
  }
  for (const { id: stepId, kind } of course.state.investigations.at(-1)!.steps) {
    yield staff(random.between(1, 2));
    course.does(handler, 'completeInvestigationStep', { stepId, result: random.pick(stepResults[kind]) });
  }
  const rootCause = random.weighted(dossier.rootCauses);
  course.does(handler, 'recordFinding', { rootCause, text: random.pick(findings[rootCause]) });
  course.does(handler, 'concludeInvestigation', {});
}

import type { Runtime } from '@accord/server/commands/case-transaction';
import type { Id } from '@accord/server/domain/case';
import { startOfDay, type LocalDate, type WorkingCalendar } from '@accord/server/domain/working-calendar';
import { storyB, storyXiaohong, storyXiaoli } from './account-stories.js';
import { Tale } from './story.js';
import { storyA, storyUnsolved, storyXiaoming } from './trade-stories.js';

/** The stories that must replay exactly (product page), the one that ended first told first. */
export const stories = [storyUnsolved, storyXiaoming, storyXiaohong, storyB, storyXiaoli, storyA] as const;

/** Replays every story so that it is over before `asOf`, and answers their cases by the names of the stories. */
export async function replayStories(
  runtime: Runtime,
  calendar: WorkingCalendar,
  asOf: LocalDate,
): Promise<Map<string, Id>> {
  const cases = new Map<string, Id>();
  for (const story of stories) {
    const tale = new Tale(runtime, calendar, asOf, story);
    await story.tell(tale);
    await tale.passUntil(startOfDay(asOf));
    cases.set(story.name, tale.caseId);
  }
  return cases;
}

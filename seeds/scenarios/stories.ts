import type { Runtime } from '@accord/server/commands/runtime';
import type { Id } from '@accord/server/domain/case';
import { startOfDay, type LocalDate, type WorkingCalendar } from '@accord/server/domain/working-calendar';
import type { EvidenceStore } from '@accord/server/files/evidence-store';
import { storyB, storyXiaohong, storyXiaoli } from './account-stories.js';
import { Tale, type Story } from './story.js';
import { storyA, storyXiaoming } from './trade-stories.js';
import { storyUnsolved } from './unsolved-story.js';

/** The stories that must replay exactly (product page), the one that ended first told first. */
export const stories = [storyUnsolved, storyXiaoming, storyXiaohong, storyB, storyXiaoli, storyA] as const;

/** Replays a story so that it is over before `asOf`, and answers its case; its evidence has files where there is a store for them. */
export async function tellStory(
  runtime: Runtime,
  calendar: WorkingCalendar,
  asOf: LocalDate,
  story: Story,
  store: EvidenceStore | null = null,
): Promise<Id> {
  const tale = new Tale(runtime, calendar, asOf, story, store);
  await story.tell(tale);
  await tale.passUntil(startOfDay(asOf));
  return tale.caseId;
}

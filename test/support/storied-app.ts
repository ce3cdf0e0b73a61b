import { insertPeople } from '@accord/seeds/scenarios/people';
import { stories, tellStory } from '@accord/seeds/scenarios/stories';
import { shanghaiDate } from '@accord/server/domain/working-calendar';
import { startApp } from './app.js';

/** Starts the server at this moment with the people of the demo and the stories alone, all told before that day. */
export async function startStoriedApp(now: () => Date): Promise<Awaited<ReturnType<typeof startApp>>> {
  const app = await startApp({ now });
  await insertPeople(app.runtime.orm);
  const { calendar } = await app.runtime.published.inForce(app.database.pool);
  for (const story of stories) await tellStory(app.runtime, calendar, shanghaiDate(now()), story);
  return app;
}

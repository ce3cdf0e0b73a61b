import { actOnDeadlines } from '@accord/server/commands/deadlines';
import { remindOfClocks } from '@accord/server/commands/notification';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseIdOf, openApi, type Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { inboxes, kindsOf } from '../support/inbox.js';
import { handClock, road } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let api: Api;
let inbox: ReturnType<typeof inboxes>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  api = await openApi(app);
  inbox = inboxes(app, api, cast);
});
beforeEach(async () => {
  clock.set('2026-03-02T10:00:00');
  await inbox.empty();
});
afterAll(() => app.close());

describe('what the clockwork tells', () => {
  it('comes as one notification a person and day, with all its cases', async () => {
    const walks = [await inbox.filed(), await inbox.filed(), await inbox.filed()];
    // RESPONSE 3–5 from Monday 03-02 is due on 03-09: half is reached on its third day, 03-05.
    clock.set('2026-03-04T23:59:59');
    expect(await remindOfClocks(app.runtime)).toBe(0);
    clock.set('2026-03-05T00:00:00');
    expect(await remindOfClocks(app.runtime)).toBe(3);
    expect(kindsOf(await inbox.told(cast.handler))).toEqual(['CASE_ASSIGNED', 'CASE_ASSIGNED', 'CASE_ASSIGNED']);
    clock.set('2026-03-05T09:00:00');
    const [gathered] = (await inbox.told(cast.handler)).notifications.nodes;
    expect(gathered).toMatchObject({ kind: 'CLOCK_HALF', caseCount: 3, dueOn: '2026-03-09', clock: 'RESPONSE' });
    expect(gathered!.text).toBe('Half of the time has passed (response): 3 cases, 2026-03-09');
    expect(gathered!.cases.map(({ id }) => id).toSorted()).toEqual(walks.map(caseIdOf).toSorted());
    // What comes later the same day joins it while it is unread, and begins another once it is read.
    const late = await inbox.filed();
    await app.database.pool.query(`update clock set due_on = '2026-03-09' where case_id = $1 and kind = 'RESPONSE'`, [
      late.caseId,
    ]);
    await remindOfClocks(app.runtime);
    expect((await inbox.told(cast.handler)).notifications.nodes.find(({ id }) => id === gathered!.id)).toMatchObject({
      caseCount: 4,
    });
    await inbox.mark(cast.handler, {});
    await walks[0]!.act(cast.supervisor, 'assignCase', { handlerId: cast.colleague.id, reason: '换人办理' });
    expect((await inbox.told(cast.handler)).notifications.nodes.find(({ id }) => id === gathered!.id)).toMatchObject({
      caseCount: 3,
    });
  });

  it('of a breach is an event for all and a notification for the handler and the supervisors', async () => {
    const walk = await inbox.filed();
    clock.set('2026-03-09T23:59:59');
    expect(await actOnDeadlines(app.runtime)).toBe(0);
    clock.set('2026-03-10T00:00:00');
    await Promise.all([actOnDeadlines(app.runtime), actOnDeadlines(app.runtime)]);
    clock.set('2026-03-10T09:00:00');
    const subject = { kind: 'CLOCK_BREACHED', caseCount: 1, dueOn: '2026-03-09', clock: 'RESPONSE' };
    for (const person of [cast.handler, cast.supervisor])
      expect(
        (await inbox.told(person)).notifications.nodes.filter(({ kind }) => kind === 'CLOCK_BREACHED'),
      ).toMatchObject([subject]);
    expect(kindsOf(await inbox.told(cast.complainant))).not.toContain('CLOCK_BREACHED');
    expect((await walk.eventTypes()).filter((type) => type === 'ClockBreached')).toHaveLength(1);
  });

  it('goes to the supervisors of the team while nobody handles the case', async () => {
    await road(app.runtime).submit(cast.complainant, { respondentIds: [cast.respondent.id] });
    clock.set('2026-03-06T09:00:00');
    await remindOfClocks(app.runtime);
    // The fourth day of five is the day before the last: the worst that holds is told, and only that.
    expect(kindsOf(await inbox.told(cast.supervisor))).toEqual(['CLOCK_DUE_NEXT_DAY']);
    expect(kindsOf(await inbox.told(cast.otherSupervisor))).toEqual([]);
  });
});

import type { Person } from '@accord/server/domain/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createCast, type Cast } from '../support/cast.js';
import { frontDoor } from '../support/front-door.js';
import { handClock } from '../support/road.js';

const clock = handClock('2026-03-02T10:00:00');
let app: Awaited<ReturnType<typeof startApp>>;
let cast: Cast;
let door: ReturnType<typeof frontDoor>;

beforeAll(async () => {
  app = await startApp({ now: clock.now });
  cast = await createCast(app.database.pool);
  door = frontDoor(await openApi(app), app.runtime, clock);
});
afterAll(() => app.close());

/** Filed and in round one on Monday 03-02. */
async function negotiating() {
  clock.set('2026-03-02T10:00:00');
  await door.file('2026-03-02', cast.complainant, { respondentIds: [`person_${cast.respondent.id}`] });
  await door.negotiate('2026-03-02', cast.handler);
}

describe('nobody judges a case of their own', () => {
  it('an expert who handled round one: refused for the panel, and so is one who is tied to a party', async () => {
    await negotiating();
    const { expertA, expertB, handler } = cast;
    await app.database.pool.query(`update person set roles = array['HANDLER', 'EXPERT'] where id = $1`, [handler.id]);
    await app.database.pool.query(`update person set employer = '检测公司' where id = any($1)`, [
      [expertB.id, cast.respondent.id],
    ]);
    await door.does('2026-03-02', handler, 'declareImpasse', { reason: '分歧过大' });
    await door.does('2026-03-03', cast.complainant, 'requestSecondNegotiation', { grounds: '不满意' });
    const appoint = (who: Person) =>
      door.refusal('2026-03-03', cast.supervisor, 'appointExpert', { expertId: `person_${who.id}` });
    expect(await appoint(handler)).toBe('EXPERT_CONFLICT');
    expect(await appoint(expertB)).toBe('EXPERT_CONFLICT');
    // Somebody who is no expert at all does not sit either.
    expect(await appoint(cast.stranger)).toBe('NOT_AN_EXPERT');
    expect(await appoint(expertA)).toBeUndefined();
    await door.does('2026-03-03', expertA, 'declareConflict', { hasConflict: true, explanation: '曾任其顾问' });
    const leads = { handlerId: `person_${handler.id}` };
    expect(await door.refusal('2026-03-04', cast.supervisor, 'admitSecondNegotiation', leads)).toBeDefined();
    await app.database.pool.query(`update person set roles = array['HANDLER'] where id = $1`, [handler.id]);
    await app.database.pool.query(`update person set employer = null where id = any($1)`, [
      [expertB.id, cast.respondent.id],
    ]);
  });

  it('a handler who is a party, a supervisor who acted in the handler’s place: refused', async () => {
    await negotiating();
    await door.does('2026-03-02', cast.supervisor, 'declareImpasse', { reason: '代经办人处理' });
    await door.does('2026-03-03', cast.complainant, 'requestSecondNegotiation', { grounds: '不满意' });
    const refuse = { reason: '没有新的理由' };
    expect(await door.refusal('2026-03-03', cast.supervisor, 'refuseSecondNegotiation', refuse)).toBe('FORBIDDEN');
    await door.does('2026-03-03', cast.complainant, 'raiseObjection', { against: 'CONDUCT', grounds: '处理不公' });
    const [{ id: objectionId }] = (await door.read(cast.complainant)).objections;
    const decision = { objectionId, decision: 'DISMISSED', effect: 'NONE', reason: '不成立' };
    expect(await door.refusal('2026-03-03', cast.supervisor, 'decideObjection', decision)).toBe('FORBIDDEN');

    await door.file('2026-03-02', cast.handler, { respondentIds: [`person_${cast.respondent.id}`] });
    const handlerId = `person_${cast.handler.id}`;
    expect(await door.refusal('2026-03-02', cast.supervisor, 'assignCase', { handlerId })).toBe('HANDLER_IS_PARTY');
    expect(await door.refusal('2026-03-02', cast.handler, 'acceptCase', { complexity: 'LOW' })).toBe('FORBIDDEN');
  });
});

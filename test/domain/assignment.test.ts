import { handlerBlockers, isOnDuty, rankHandlers, type Candidate } from '@accord/server/domain/assignment-rule';
import { defaultPolicy } from '@accord/server/domain/benchmark';
import { performOffer, performRelease } from '@accord/server/domain/command';
import type { Person, Role } from '@accord/server/domain/permission';
import { buildWorkingCalendar } from '@accord/server/domain/working-calendar';
import { statutoryCalendar } from '@accord/seeds/calendars/statutory-calendar';
import { describe, expect, it } from 'vitest';
import { life, people } from '../support/life.js';
import { badField, blocked, code } from '../support/refusal.js';

const { handler, colleague, supervisor, complainant, expertA } = people;
const on = '2026-03-03';
const person = (id: string, change: Partial<Person> = {}): Person => ({ ...handler, id, ...change });
const carries = (who: Person, openCount: number, urgentCount = 0): Candidate => ({
  person: who,
  openCount,
  urgentCount,
});
const circumstances = { today: on, tiedPersonIds: [] as string[], policy: defaultPolicy };
const ranked = (
  candidates: Candidate[],
  change: Partial<typeof circumstances> = {},
  lived = life().file('2026-03-02'),
) => rankHandlers({ ...lived.state, handlerId: null }, candidates, { ...circumstances, ...change }).map(({ id }) => id);

describe('the rule that assigns cases', () => {
  it('prefers who carries least; an urgent case weighs as much as three', () => {
    expect(ranked([carries(person('a'), 3), carries(person('b'), 2), carries(person('c'), 5)])).toEqual([
      'b',
      'a',
      'c',
    ]);
    // 3 against 2 + 2: one of the two is urgent.
    expect(ranked([carries(person('a'), 2, 1), carries(person('b'), 3)])).toEqual(['b', 'a']);
  });

  it('decides between equals by fewer urgent cases, then by the id, whatever the order they come in', () => {
    const equals = [carries(person('c'), 3), carries(person('a'), 3), carries(person('b'), 1, 1)];
    expect(ranked(equals)).toEqual(['a', 'c', 'b']);
    expect(ranked(equals.toReversed())).toEqual(['a', 'c', 'b']);
  });

  it.each<[string, Person, string]>([
    ['is a party', person(complainant.id), 'HANDLER_IS_PARTY'],
    ['handles no cases', person('x', { roles: ['USER'] }), 'NOT_A_HANDLER'],
    ['is of another team', person('x', { teamIds: ['other'] }), 'NOT_A_HANDLER'],
    ['is away', person('x', { awayThrough: on }), 'HANDLER_AWAY'],
    ['is tied to a party', person('tied'), 'HANDLER_CONFLICT'],
    ['was taken off the case', person('barred'), 'HANDLER_BARRED'],
  ])('leaves out who %s', (_why, who, blocker) => {
    const { state } = life().file('2026-03-02');
    const judged = { ...state, handlerId: null, barredHandlerIds: ['barred'] };
    const known = { ...circumstances, tiedPersonIds: ['tied'] };
    expect(handlerBlockers(judged, who, known)).toEqual([expect.objectContaining({ code: blocker })]);
    expect(rankHandlers(judged, [carries(who, 0), carries(colleague, 9)], known)).toEqual([colleague]);
  });

  it('counts an absence through its last day', () => {
    expect(ranked([carries(person('x', { awayThrough: '2026-03-02' }), 0)])).toEqual(['x']);
  });

  it.each([
    ['2026-03-03T09:00', true],
    ['2026-03-03T08:59', false],
    ['2026-03-03T17:59', true],
    ['2026-03-03T18:00', false],
    ['2026-03-07T10:00', false],
    // A make-up Sunday, and a holiday.
    ['2026-09-20T10:00', true],
    ['2026-10-01T10:00', false],
  ])('at %s somebody is on duty: %s', (time, expected) => {
    const calendar = buildWorkingCalendar(statutoryCalendar());
    expect(isOnDuty(new Date(`${time}:00+08:00`), calendar, defaultPolicy)).toBe(expected);
  });
});

describe('assigning a case', () => {
  const queued = () => {
    const lived = life().file('2026-03-02');
    performRelease(lived.state, lived.momentAt('2026-03-02'));
    return lived;
  };

  it('by a supervisor who names nobody is by the rule', () => {
    const lived = queued();
    const none = () => lived.act(on, supervisor, 'assignCase', {});
    expect(none).toThrow(blocked('NO_HANDLER_FREE'));
    lived.candidates.push(carries(handler, 2), carries(colleague, 1));
    none();
    expect(lived.state.handlerId).toBe(colleague.id);
  });

  it('from the queue is for oneself, named or not', () => {
    const other = () => queued().act(on, colleague, 'assignCase', { handlerId: handler.id });
    expect(other).toThrow(code('FORBIDDEN'));
    expect(queued().act(on, colleague, 'assignCase', {}).state.handlerId).toBe(colleague.id);
  });

  it('that has a handler needs a reason, and another handler', () => {
    const lived = life().file('2026-03-02');
    const give = (handlerId: string, reason?: string) => () =>
      lived.act(on, supervisor, 'assignCase', { handlerId, reason: reason ?? null });
    expect(give(handler.id, '换人')).toThrow(blocked('ALREADY_ASSIGNED'));
    expect(give(colleague.id)).toThrow(badField('input.reason'));
    expect(give(colleague.id, '  ')).toThrow(badField('input.reason'));
    give(colleague.id, '平衡工作量')();
    expect(lived.state.handlerId).toBe(colleague.id);
    expect(lived.events.at(-1)).toMatchObject({ type: 'CaseAssigned', payload: { reason: expect.anything() } });
    // Who reassigns does not handle: the supervisor stays impartial.
    expect(lived.state.handledBy).toEqual([handler.id, colleague.id]);
  });

  it('is for a supervisor who also handles cases as for any other', () => {
    const both = { ...supervisor, roles: ['HANDLER', 'SUPERVISOR'] as Role[] };
    expect(queued().act(on, both, 'assignCase', { handlerId: handler.id }).state.handlerId).toBe(handler.id);
  });

  it('never goes to who is away, even by name', () => {
    const lived = queued();
    const away = { ...colleague, awayThrough: on };
    const give = () => lived.actKnowing(on, [away], supervisor, 'assignCase', { handlerId: colleague.id });
    expect(give).toThrow(blocked('HANDLER_AWAY'));
  });

  it('by the platform is recorded as its act', () => {
    const lived = queued();
    lived.candidates.push(carries(colleague, 0));
    const [event] = performOffer(lived.state, lived.momentAt(on));
    expect(event).toMatchObject({ actor: { role: 'SYSTEM', personId: null }, payload: { handlerId: colleague.id } });
  });
});

describe('a handler who leaves', () => {
  it('loses the case with the team, before it is taken from them', () => {
    const lived = life().file('2026-03-02');
    const gone = { ...handler, teamIds: ['other'] };
    expect(() => lived.act(on, gone, 'acceptCase', { complexity: 'LOW' })).toThrow(code('NOT_FOUND'));
    expect(() => lived.act(on, { ...handler, roles: ['USER'] }, 'acceptCase', { complexity: 'LOW' })).toThrow(
      code('NOT_FOUND'),
    );
  });

  it('leaves the case unassigned while its clocks run on', () => {
    const lived = life().file('2026-03-02');
    const before = lived.clock('RESPONSE', '2026-03-06');
    performRelease(lived.state, lived.momentAt(on));
    expect(lived.state).toMatchObject({ handlerId: null, teamId: 'team', handlerLeftAt: '2026-03-03T04:00:00.000Z' });
    expect(lived.clock('RESPONSE', '2026-03-06')).toEqual(before);
    lived.act(on, colleague, 'assignCase', {});
    expect(lived.state).toMatchObject({ handlerId: colleague.id, handlerLeftAt: null });
  });

  it('does not become an expert of a panel by it', () => {
    const lived = life().file('2026-03-02').accept('2026-03-02').investigate('2026-03-02').conclude('2026-03-02');
    lived.act('2026-03-02', handler, 'declareImpasse', { reason: '不成' });
    lived.act(on, complainant, 'requestSecondNegotiation', { grounds: '不满意' });
    const staff = { ...expertA, roles: ['EXPERT', 'HANDLER'] as Role[], teamIds: ['other'] };
    const seat = (who: Person) => () => lived.actKnowing(on, [who], supervisor, 'appointExpert', { expertId: who.id });
    expect(seat(staff)).toThrow(blocked('EXPERT_CONFLICT'));
    expect(seat({ ...handler, roles: ['EXPERT'], teamIds: [] })).toThrow(blocked('EXPERT_CONFLICT'));
  });
});

import type { ModelCase } from './case.js';
import { backFromSecond, leftGuard } from './moves.js';
import { anyOf, found, type Rule, type World } from './rule.js';
import type { Command } from './table.js';

const reason = '按规定办理';
const experts = ['expertA', 'expertB', 'expertC', 'expertD', 'expertE', 'expertF', 'expertG'];

function held(c: ModelCase) {
  return c.seats.filter(({ status }) => status !== 'REPLACED' && status !== 'RELEASED');
}
const panelOf = (c: ModelCase) => held(c).filter(({ isOfPanel }) => isOfPanel);
const appointed = { id: '', status: 'APPOINTED', hasOpinion: false, opinionDueOn: null } as const;
const isExpert = ({ players }: World, id: unknown) => experts.some((name) => players[name]!.id === id);

function seatGuard(c: ModelCase, id: unknown, world: World): string | null {
  if (!isExpert(world, id)) return 'NOT_AN_EXPERT';
  return c.seats.some(({ expertId }) => expertId === id) ? 'EXPERT_SEATED' : null;
}

/** The second negotiation, from its request to the opinions. */
export const secondRules = {
  requestSecondNegotiation: {
    input: () => ({ grounds: '对处理不满意' }),
    guard(c) {
      if (c.second) return 'SECOND_USED';
      const windowEnd = c.windowEnd();
      return windowEnd !== null && windowEnd < c.today ? 'WINDOW_PASSED' : null;
    },
    apply(c, _input, { party }) {
      const from = c.stage === 'IMPASSE' ? 'IMPASSE' : 'RESOLVED';
      c.second = {
        partyId: party!.id,
        from,
        outcomeBefore: c.outcome,
        status: 'REQUESTED',
        handledBefore: [...c.handledBy],
      };
      if (from === 'RESOLVED') c.runOn('OVERALL');
      c.outcome = null;
      c.stage = 'SECOND_REQUESTED';
    },
  },
  withdrawSecondNegotiation: {
    input: () => ({ reason }),
    guard: (c, _input, { party }) => (c.second!.partyId === party!.id ? null : 'NOT_THE_REQUESTER'),
    apply: (c) => backFromSecond(c, 'WITHDRAWN'),
  },
  refuseSecondNegotiation: { input: () => ({ reason }), apply: (c) => backFromSecond(c, 'REFUSED') },
  admitSecondNegotiation: {
    input: (_c, dice, { players }) => ({
      handlerId: players[dice.pick(['relief', 'colleague', 'colleague', 'handler'])]!.id,
    }),
    guard(c, { handlerId }) {
      // A conflict frees the seat.
      const seats = held(c).filter(({ status }) => status !== 'RECUSED');
      if (seats.length < 3 || seats.length % 2 === 0) return 'PANEL_INCOMPLETE';
      if (seats.some(({ status }) => status !== 'CLEAR')) return 'CONFLICT_UNDECLARED';
      const refused = leftGuard(c, handlerId);
      if (refused) return refused;
      if (c.barred.has(handlerId as string)) return 'HANDLER_BARRED';
      return c.second!.handledBefore.includes(handlerId as string) ? 'HANDLED_BEFORE' : null;
    },
    apply(c, { handlerId }) {
      c.second!.status = 'ADMITTED';
      // Nobody from round one leads the case from now on.
      for (const id of c.second!.handledBefore) c.barred.add(id);
      c.handlerId = handlerId as string;
      c.handledBy.add(handlerId as string);
      for (const seat of held(c)) {
        const isOfPanel = seat.status === 'CLEAR';
        Object.assign(seat, { isOfPanel, opinionDueOn: isOfPanel ? c.in(10) : null });
      }
      c.start('SECOND_NEGOTIATION');
      c.stage = 'EXPERT_REVIEW';
    },
  },
  appointExpert: {
    input(c, dice, { players }) {
      const free = experts.filter((name) => !c.seats.some(({ expertId }) => expertId === players[name]!.id));
      return {
        expertId:
          players[dice.chance(0.9) && free.length > 0 ? dice.pick(free) : dice.pick([...experts, 'stranger'])]!.id,
      };
    },
    guard: (c, { expertId }, _actor, world) =>
      c.stage === 'EXPERT_REVIEW' ? 'PANEL_COMPLETE' : seatGuard(c, expertId, world),
    apply: (c, { expertId }) => void c.seats.push({ ...appointed, expertId: expertId as string, isOfPanel: false }),
  },
  declareConflict: {
    input: (_c, dice) => ({ hasConflict: dice.chance(0.08), explanation: '与当事人相识' }),
    guard(c, { hasConflict }, { player }) {
      const { status } = held(c).find(({ expertId }) => expertId === player.id)!;
      return status === (hasConflict ? 'RECUSED' : 'CLEAR') ? 'CONFLICT_DECLARED' : null;
    },
    apply(c, { hasConflict }, { player }) {
      const seat = held(c).find(({ expertId }) => expertId === player.id)!;
      seat.status = hasConflict ? 'RECUSED' : 'CLEAR';
    },
  },
  replaceExpert: {
    input(c, dice, { players }) {
      const free = experts.filter((name) => !c.seats.some(({ expertId }) => expertId === players[name]!.id));
      const vacant = c.seats.filter(({ status }) => status === 'RECUSED');
      const expertId = players[dice.pick(free.length > 0 ? free : experts)]!.id;
      return { seatId: anyOf(vacant.length > 0 ? vacant : c.seats, dice), expertId, reason };
    },
    guard(c, { seatId, expertId }, _actor, world) {
      const seat = found(c.seats, seatId);
      if (!seat) return 'NOT_FOUND';
      if (seat.status === 'REPLACED') return 'SEAT_REPLACED';
      // The panel that was admitted keeps its odd number.
      if (c.stage === 'EXPERT_REVIEW' && !seat.isOfPanel) return 'PANEL_COMPLETE';
      if (seat.status === 'CLEAR' && seat.hasOpinion) return 'OPINION_SUBMITTED';
      return seatGuard(c, expertId, world);
    },
    apply(c, { seatId, expertId }) {
      const seat = found(c.seats, seatId)!;
      seat.status = 'REPLACED';
      const opinionDueOn = c.stage === 'EXPERT_REVIEW' ? c.in(10) : null;
      c.seats.push({ ...appointed, expertId: expertId as string, isOfPanel: seat.isOfPanel, opinionDueOn });
    },
  },
  submitOpinion: {
    input: () => ({ text: '应退还一半' }),
    guard(c, _input, { player }) {
      const seat = held(c).find(({ expertId }) => expertId === player.id)!;
      if (seat.hasOpinion) return 'OPINION_SUBMITTED';
      if (seat.status !== 'CLEAR') return 'CONFLICT_UNDECLARED';
      return seat.opinionDueOn !== null && seat.opinionDueOn < c.today ? 'OPINION_LATE' : null;
    },
    apply: (c, _input, { player }) => void (held(c).find(({ expertId }) => expertId === player.id)!.hasOpinion = true),
  },
  revealOpinions: {
    input: () => ({ reason }),
    guard: (c) =>
      panelOf(c).every(({ status, hasOpinion }) => status === 'CLEAR' && hasOpinion) ? null : 'OPINION_MISSING',
    apply(c) {
      c.rounds.push({ phase: 'SECOND', result: null });
      c.stage = 'SECOND_NEGOTIATING';
    },
  },
} satisfies Partial<Record<Command, Rule>>;

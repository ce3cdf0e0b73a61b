import { actOnDeadlines } from '@accord/server/commands/deadlines';
import type { Runtime } from '@accord/server/commands/runtime';
import type { Person } from '@accord/server/domain/permission';
import { expect } from 'vitest';
import type { Api } from './api.js';
import { filing, type handClock } from './road.js';

/** What a case is read with; tests look at what matters to them. */
const fields = `id stage outcome receivedOn parties { id side } proposals { nodes { id hash status } } evidence { nodes { id isLate answerDueOn } }
  investigations { steps { id status } } settlement { terms { id kind status } } objections { id status } expertPanel { seats { id status } }
  referrals { route { phone } } clocks { kind cycle state countedWorkingDays verdict }`;

/* oxlint-disable-next-line typescript/no-explicit-any -- an answer of GraphQL, looked at by tests */
type Answer = any;

/** One case lived by everyone over HTTP, each command at its time in Shanghai; a time on the hour of a day is its date alone. */
export function frontDoor(api: Api, runtime: Runtime, clock: ReturnType<typeof handClock>) {
  let caseId = '';
  const turn = (on: string) => clock.set(on.length === 10 ? `${on}T10:00:00` : on);
  const send = async (on: string, who: Person, command: string, input: object) => {
    turn(on);
    const name = command[0]!.toUpperCase() + command.slice(1);
    const text = `mutation ($input: ${name}Input!) { ${command}(input: $input) { case { id } } }`;
    return api.ask<Answer>(who, text, { input: command === 'submitCase' ? input : { caseId, ...input } });
  };
  const door = {
    async file(on: string, who: Person, input: object = {}) {
      const { data, errors } = await send(on, who, 'submitCase', { ...filing, ...input });
      expect(errors).toEqual([]);
      caseId = data.submitCase.case.id;
    },
    /** Does what must succeed. */
    async does(on: string, who: Person, command: string, input: object = {}) {
      const { errors } = await send(on, who, command, input);
      expect(errors, `${command} on ${on}`).toEqual([]);
    },
    /** Why a command is refused: what blocks it, else the code. */
    async refusal(on: string, who: Person, command: string, input: object = {}): Promise<string | undefined> {
      const { error } = await send(on, who, command, input);
      const blockedBy = error?.['blockedBy'] as { code: string }[] | undefined;
      return blockedBy?.[0]?.code ?? (error?.['code'] as string | undefined);
    },
    async read(who: Person): Promise<Answer> {
      const { data, errors } = await api.ask<Answer>(who, `query ($id: ID!) { case(id: $id) { ${fields} } }`, {
        id: caseId,
      });
      expect(errors).toEqual([]);
      return data.case;
    },
    /** Whether the case exists for somebody. */
    async sees(who: Person): Promise<boolean> {
      const { errors } = await api.ask(who, 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId });
      return errors.length === 0;
    },
    /** Lets the deadlines act that have passed by then. */
    async wait(on: string) {
      turn(on);
      await actOnDeadlines(runtime);
    },
    async clock(who: Person, kind: string, cycle = 1): Promise<Answer> {
      const { clocks } = await door.read(who);
      return clocks.find((each: { kind: string; cycle: number }) => each.kind === kind && each.cycle === cycle);
    },
    /** Ends the cycle of investigation with a finding. */
    async conclude(on: string, who: Person) {
      for (const { id: stepId, status } of (await door.read(who)).investigations.at(-1).steps) {
        if (status === 'PLANNED') await door.does(on, who, 'completeInvestigationStep', { stepId, result: '已核实' });
      }
      await door.does(on, who, 'recordFinding', { rootCause: 'MERCHANT_FAILURE', text: '商家责任' });
      await door.does(on, who, 'concludeInvestigation');
    },
    /** Answers and investigates on one day, so that round one is open. */
    async negotiate(on: string, handler: Person) {
      await door.does(on, handler, 'assignCase', { handlerId: `person_${handler.id}` });
      await door.does(on, handler, 'acceptCase', { complexity: 'MEDIUM' });
      await door.does(on, handler, 'startInvestigation', { steps: [{ kind: 'CONTACT_MERCHANT' }] });
      await door.conclude(on, handler);
    },
    /** Both agree on a term of the second party for the first. */
    async agree(on: string, [by, other]: readonly [Person, Person], term: object) {
      const [buyer, seller] = (await door.read(by)).parties;
      const terms = [{ obligorId: seller.id, beneficiaryId: buyer.id, ...term }];
      await door.does(on, by, 'makeProposal', { terms });
      const { id: proposalId, hash: contentHash } = (await door.read(by)).proposals.nodes.at(-1);
      await door.does(on, other, 'acceptProposal', { proposalId, contentHash });
    },
    async term(who: Person): Promise<Answer> {
      return (await door.read(who)).settlement.terms.at(-1);
    },
  };
  return door;
}

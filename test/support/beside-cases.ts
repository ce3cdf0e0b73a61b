import type { App } from '@accord/server/app';
import type { Person } from '@accord/server/domain/permission';
import { yuan } from '@accord/seeds/builders';
import { people, teams } from '@accord/seeds/scenarios/people';
import type { Api } from './api.js';
import type { Doable } from './doable.js';
import { settle, troupe } from './lived-database.js';
import { filing, road } from './road.js';

/** A mutation as somebody can send it, and a statement that counts how often it was done. */
export interface Deed {
  person: Person;
  input: Record<string, unknown>;
  count: string;
}

/** Everything that concerns no case or several; `closed` and `assigned` are cases in which that can be done. */
export async function besideCases(app: App, api: Api, [assigned, closed]: Doable[]): Promise<Record<string, Deed>> {
  const told = await road(app.runtime).submit(troupe.complainant);
  await told.act(people.hezhiqiang, 'assignCase', { handlerId: people.wanghaiyan.id });
  await settle(app);
  const { data: inbox } = await api.ask<{ notifications: { nodes: { id: string }[] } }>(
    people.wanghaiyan,
    '{ notifications { nodes { id } } }',
  );
  const saving = 'mutation ($input: SaveViewInput!) { saveView(input: $input) { savedView { id } } }';
  const view = { name: '待删', page: 'CASES', query: '?stage=IMPASSE' };
  const saved = await api.ask<{ saveView: { savedView: { id: string } } }>(people.wanghaiyan, saving, { input: view });
  const administrator = people.yangfan;
  const notice = {
    announcedThrough: '2027-12-31',
    source: '国务院办公厅通知',
    publishedAt: '2026-06-09T02:00:00.000Z',
  };
  const day = { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦', nameEn: 'New Year' };
  const upload = {
    caseId: `case_${told.caseId}`,
    fileName: '凭证.png',
    contentType: 'image/png',
    sizeBytes: 9,
    sha256: '0'.repeat(64),
  };
  const payment = {
    reference: 'P-1',
    kind: 'PAYEE_CREDIT_FAILED',
    at: '2026-06-01T02:00:00.000Z',
    amount: yuan(99),
    externalId: 'E-1',
  };
  const outcomesOf = (command: string) => `select count(*) from command_effect where command = '${command}'`;
  const idOf = ({ life }: Doable) => `case_${life.state.id}`;
  return {
    submitCase: { person: troupe.complainant, input: { ...filing }, count: 'select count(*) from dispute_case' },
    createEvidenceUpload: { person: troupe.complainant, input: upload, count: 'select count(*) from evidence_upload' },
    assignCases: {
      person: people.hezhiqiang,
      input: { caseIds: [idOf(assigned!)], handlerId: `person_${people.lijianguo.id}`, reason: '分配' },
      count: outcomesOf('assignCase'),
    },
    closeCases: {
      person: closed!.person,
      input: { caseIds: [idOf(closed!)], reason: '结案' },
      count: outcomesOf('closeCase'),
    },
    sampleCases: {
      person: people.hezhiqiang,
      input: { from: '2026-01-01', to: '2026-06-10', count: 1, seed: '七' },
      count: 'select count(*) from case_review',
    },
    recordPayment: { person: people.channel, input: payment, count: 'select count(*) from payment_record' },
    updateContactData: {
      person: people.wufang,
      input: { phone: '13800138000' },
      count: `select count(*) from contact_data where phone = '13800138000'`,
    },
    updatePerson: {
      person: administrator,
      input: { personId: `person_${people.wufang.id}`, employer: '橙子家居' },
      count: `select count(*) from person where employer = '橙子家居'`,
    },
    updateTeam: {
      person: administrator,
      input: { teamId: `team_${teams.credit.id}`, assignment: 'RULE' },
      count: `select count(*) from team where assignment = 'RULE'`,
    },
    setBenchmark: {
      person: administrator,
      input: { clock: 'SIMPLE', minWorkingDays: 1, maxWorkingDays: 3 },
      count: 'select count(distinct version) from benchmark',
    },
    saveView: { person: people.wanghaiyan, input: { ...view, name: '常用' }, count: 'select count(*) from saved_view' },
    deleteView: {
      person: people.wanghaiyan,
      input: { id: saved.data.saveView.savedView.id },
      count: `select -count(*) from saved_view where name = '待删'`,
    },
    markNotificationsRead: {
      person: people.wanghaiyan,
      input: { notificationIds: [inbox.notifications.nodes[0]!.id] },
      count: 'select count(*) from notification where read_at is not null',
    },
    publishCalendar: {
      person: administrator,
      input: { ...notice, days: [day] },
      count: 'select count(*) from calendar_version',
    },
  };
}

import type { Runtime } from '@accord/server/commands/runtime';
import type { CaseType } from '@accord/server/domain/classification';
import type { Person, Role } from '@accord/server/domain/permission';
import { Person as PersonEntity } from '@accord/server/entities/person';
import { Team as TeamEntity } from '@accord/server/entities/team';
import { insertContactData } from './contact-data.js';
import { shops } from './goods.js';

interface Team {
  id: string;
  name: string;
  caseTypes: CaseType[];
}

/** Somebody of the demo; `subject` is what a token calls them. */
export interface DemoPerson extends Person {
  subject: string;
}

const uuid = (kind: string, number: number) => `01920000-0000-7000-8000-${kind}${String(number).padStart(10, '0')}`;

export const teams = {
  trade: {
    id: uuid('10', 1),
    name: '交易与支付组',
    caseTypes: ['TRADE_DISPUTE', 'PAYMENT_ANOMALY', 'RIGHTS_PROTECTION'],
  },
  credit: { id: uuid('10', 2), name: '信贷与服务组', caseTypes: ['REPAYMENT', 'SERVICE_COMPLAINT'] },
} satisfies Record<string, Team>;

let number = 0;

function demoPerson(
  name: string,
  subject: string,
  roles: Role[],
  { team, partyKind = 'PERSON' }: { team?: Team; partyKind?: Person['partyKind'] } = {},
): DemoPerson {
  number += 1;
  const id = uuid('20', number);
  return { id, name, subject: `demo|${subject}`, roles, partyKind, teamIds: team ? [team.id] : [] };
}

const trade = { team: teams.trade };
const credit = { team: teams.credit };
const merchant = { partyKind: 'MERCHANT' } as const;

/** The people one can be in the demo, by the name of their token. */
export const people = {
  xiaoming: demoPerson('小明', 'xiaoming', ['USER']),
  xiaohong: demoPerson('小红', 'xiaohong', ['USER']),
  xiaoli: demoPerson('小李', 'xiaoli', ['USER']),
  linyue: demoPerson('林悦', 'linyue', ['USER']),
  zhouqiang: demoPerson('周强', 'zhouqiang', ['USER']),
  wufang: demoPerson('吴芳', 'wufang', ['USER']),

  chengzi: demoPerson('橙子家居旗舰店', 'chengzi', ['USER'], merchant),
  youpin: demoPerson('优品数码专营店', 'youpin', ['USER'], merchant),
  yunshang: demoPerson('云裳服饰', 'yunshang', ['USER'], merchant),
  platform: demoPerson('平台权益代表 高岩', 'platform', ['USER'], { partyKind: 'PLATFORM' }),

  wanghaiyan: demoPerson('王海燕', 'wanghaiyan', ['HANDLER'], trade),
  lijianguo: demoPerson('李建国', 'lijianguo', ['HANDLER'], trade),
  zhangxiaowen: demoPerson('张晓雯', 'zhangxiaowen', ['HANDLER'], trade),
  chenli: demoPerson('陈立', 'chenli', ['HANDLER'], trade),
  liuyang: demoPerson('刘洋', 'liuyang', ['HANDLER'], trade),
  zhaomin: demoPerson('赵敏', 'zhaomin', ['HANDLER'], credit),
  sunhao: demoPerson('孙浩', 'sunhao', ['HANDLER'], credit),
  zhouting: demoPerson('周婷', 'zhouting', ['HANDLER'], credit),

  hezhiqiang: demoPerson('何志强', 'hezhiqiang', ['SUPERVISOR'], trade),
  linjing: demoPerson('林静', 'linjing', ['SUPERVISOR'], credit),
  guomingyuan: demoPerson('郭明远', 'guomingyuan', ['MANAGER']),
  yangfan: demoPerson('杨帆', 'yangfan', ['ADMIN']),
  fangzhengming: demoPerson('方正明', 'fangzhengming', ['EXPERT']),
  tangyuqing: demoPerson('唐雨晴', 'tangyuqing', ['EXPERT']),
  shenkai: demoPerson('沈凯', 'shenkai', ['EXPERT']),
  luoxue: demoPerson('罗雪', 'luoxue', ['EXPERT']),
  jiangwei: demoPerson('江伟', 'jiangwei', ['EXPERT']),

  channel: demoPerson('支付渠道清算系统', 'channel', ['INTEGRATION'], { partyKind: 'SERVICE_PROVIDER' }),
};

const ids: ReadonlySet<string> = new Set(Object.values(people).map(({ id }) => id));

/** Whether one can be this person in the demo. */
export function isDemoPerson(id: string): boolean {
  return ids.has(id);
}

/** Who sits on panels. */
export const experts: readonly DemoPerson[] = Object.values(people).filter(({ roles }) => roles.includes('EXPERT'));

/** How long a handler takes, as a factor on what a case of its kind takes: no two people work alike. */
export const paceOfHandler: ReadonlyMap<DemoPerson, number> = new Map([
  [people.wanghaiyan, 0.7],
  [people.lijianguo, 1],
  [people.zhangxiaowen, 0.85],
  [people.chenli, 1.1],
  [people.liuyang, 1.35],
  [people.zhaomin, 0.8],
  [people.sunhao, 1],
  [people.zhouting, 1.25],
]);

const familyNames = [...'张李王刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许邓冯韩曹'];
const givenNames = ['伟', '丽娜', '志远', '秀英', '浩然', '静怡', '建军', '雪梅', '子轩', '美玲', '国庆', '晓东'];

/** The ordinary customers that the generated cases are about; they have tokens of no one. */
export const customers: readonly DemoPerson[] = Array.from({ length: 48 }, (_, index) => ({
  id: uuid('30', index + 1),
  name: `${familyNames[(index * 7) % familyNames.length]}${givenNames[(index * 5) % givenNames.length]}`,
  subject: `customer|${index + 1}`,
  roles: ['USER'],
  partyKind: 'PERSON',
  teamIds: [],
}));

/** Who sells what the generated cases are about. */
export const merchants: readonly DemoPerson[] = shops.map((name, index) => ({
  id: uuid('31', index + 1),
  name,
  subject: `merchant|${index + 1}`,
  roles: ['USER'],
  partyKind: 'MERCHANT',
  teamIds: [],
}));

/** Everybody, by id. */
export const everybody: ReadonlyMap<string, DemoPerson> = new Map(
  [...Object.values(people), ...customers, ...merchants].map((person) => [person.id, person]),
);

/** The team that handles a type of dispute. */
export function teamOf(type: CaseType): string {
  return Object.values<Team>(teams).find(({ caseTypes }) => caseTypes.includes(type))!.id;
}

/** Who handles a type of dispute. */
export function handlersOf(type: CaseType): DemoPerson[] {
  return [...paceOfHandler.keys()].filter(({ teamIds }) => teamIds.includes(teamOf(type)));
}

/** Makes everybody known to the database, all or nobody; who is known already stays as they are. */
export async function insertPeople(orm: Runtime['orm']): Promise<void> {
  const { em } = orm;
  const manager = em.fork();
  const knownTeams = new Map((await manager.find(TeamEntity, {})).map((team) => [team.id, team]));
  for (const { id, name, caseTypes } of Object.values<Team>(teams)) {
    if (!knownTeams.has(id)) knownTeams.set(id, manager.create(TeamEntity, { id, name, caseTypes }));
  }
  const known = new Set((await manager.find(PersonEntity, {})).map(({ id }) => id));
  for (const { teamIds, roles, ...person } of everybody.values()) {
    if (known.has(person.id)) continue;
    manager.create(PersonEntity, { ...person, roles: [...roles], teams: teamIds.map((id) => knownTeams.get(id)!) });
  }
  await manager.flush();
  await insertContactData(orm, [...everybody.values()]);
}

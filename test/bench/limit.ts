import { caseEventTypes } from '@accord/server/domain/evolve';
import type { Pool } from 'pg';
import { limitWrites } from './limit-writes.ts';

export interface LimitViewer {
  id: string;
  teamIds: string[];
}

/** Answers the JSON of a question's data, by one prepared statement. */
export type LimitAnswer = (viewer: LimitViewer, question: never) => Promise<string>;

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const isSeen = `(c.team_id = any($2::uuid[]) or c.id = any(array(select case_id from party_member where person_id = $1::uuid)))`;

const party = `coalesce((select words from case_text t where t.id = p.name_text_id),
  (select string_agg(n.name, '、' order by n.name) from party_member m join person n on n.id = m.person_id where m.party_id = p.id))`;

/** What types of events are called, as JSON: looked up, as the server does. */
const eventTypeNames = JSON.stringify(
  Object.fromEntries(caseEventTypes.map((type) => [type, type.replace(/\B[A-Z]/g, '_$&').toUpperCase()])),
);

/** A case with its rounds, evidence and events, as a supervisor of its team reads it. */
const caseStatement = `
  select json_build_object('id', 'case_' || c.id, 'number', c.number, 'version', c.version, 'stage', c.stage, 'type', c.type, 'reason', c.reason,
    'filedAt', ${instant('c.filed_at')}, 'description', (select words from case_text t where t.id = c.description_text_id),
    'parties', (select json_agg(json_build_object('id', 'party_' || p.id, 'side', p.side, 'name', ${party}) order by p.ordinal)
      from party p where p.case_id = c.id),
    'rounds', (select coalesce(json_agg(json_build_object('id', 'round_' || r.id, 'number', r.number, 'phase', r.phase,
        'openedAt', ${instant('r.opened_at')}, 'closedAt', ${instant('r.closed_at')}, 'result', r.result) order by r.number), '[]')
      from negotiation_round r where r.case_id = c.id),
    'evidence', json_build_object(
      'totalCount', (select count(*) from evidence e where e.case_id = c.id and e.audience not like 'SEAT:%'),
      'nodes', (select coalesce(json_agg(json_build_object('id', 'evidence_' || e.id, 'type', e.type,
          'title', (select words from case_text t where t.id = e.title_text_id), 'submittedAt', ${instant('e.submitted_at')})
          order by e.submitted_at, e.id), '[]')
        from (select * from evidence e where e.case_id = c.id and e.audience not like 'SEAT:%' order by submitted_at, id limit 20) e)),
    'events', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', 'event_' || e.id,
          'type', '${eventTypeNames}'::jsonb->>e.type, 'at', ${instant('e.at')}, 'effectiveOn', e.effective_on,
          'actor', json_build_object('role', e.actor->>'role'), 'caseVersion', e.case_version) order by e.seq), '[]')
        from (select * from case_event e where e.case_id = c.id and e.audience not like 'SEAT:%' order by seq limit 50) e))
  )::text as json
  from dispute_case c where c.id = $3::uuid and ${isSeen}`;

/** Fifty cases with their parties, rounds and counts; everything below the page is joined, not looked up row by row. */
const pageStatement = (after: string) => `
  with page as materialized (
    select c.*, row_number() over w as n, lead(false, 1, true) over w as is_last from dispute_case c
    where ${after} c.filed_at < $3::timestamptz and ${isSeen}
    window w as (order by c.filed_at desc, c.id desc) order by c.filed_at desc, c.id desc limit 51
  )
  select json_build_object(
    'nodes', coalesce(json_agg(json_build_object('id', 'case_' || c.id, 'number', c.number, 'stage', c.stage, 'type', c.type, 'reason', c.reason,
      'filedAt', ${instant('c.filed_at')}, 'parties', p.json, 'rounds', r.json,
      'evidence', json_build_object('totalCount', e.count), 'events', json_build_object('totalCount', v.count)) order by c.n)
      filter (where c.n <= 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(case when c.n = 50 or (c.n < 50 and c.is_last)
      then translate(encode(convert_to(json_build_array('FILED_AT DESC', to_char(c.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        c.id::text)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_') end))
  )::text as json
  from page c
  cross join lateral (select json_agg(json_build_object('side', p.side, 'name', ${party}) order by p.ordinal) as json
    from party p where p.case_id = c.id) p
  cross join lateral (select coalesce(json_agg(json_build_object('number', r.number, 'phase', r.phase, 'result', r.result,
    'openedAt', ${instant('r.opened_at')}) order by r.number), '[]') as json from negotiation_round r where r.case_id = c.id) r
  cross join lateral (select count(*) from evidence e where e.case_id = c.id and e.audience not like 'SEAT:%') e
  cross join lateral (select count(*) from case_event v where v.case_id = c.id and v.audience not like 'SEAT:%') v`;

const firstPage = pageStatement('');
const laterPage = pageStatement('(c.filed_at, c.id) < ($4::timestamptz, $5::uuid) and');

/** What the limit answers, by path. */
export async function limitAnswers(pool: Pool): Promise<Record<string, LimitAnswer>> {
  const one = async (name: string, text: string, values: unknown[]) => {
    const { rows } = await pool.query<{ json: string }>({ name, text, values });
    return rows[0]!.json;
  };
  return {
    async case({ id, teamIds }, question: { id: string }) {
      return `{"case":${await one('case', caseStatement, [id, teamIds, question.id.slice('case_'.length)])}}`;
    },
    async page({ id, teamIds }, { before, after }: { before: string; after: string | null }) {
      const cursor = after ? (JSON.parse(Buffer.from(after, 'base64url').toString()) as string[]).slice(1) : [];
      const [name, text] = after ? ['later-page', laterPage] : ['first-page', firstPage];
      return `{"cases":${await one(name, text, [id, teamIds, before, ...cursor])}}`;
    },
    ...(await limitWrites(pool)),
  };
}

import { contactDataOfPerson } from './contact-data.js';
import { children, column, globalId, sql } from './field.js';
import type { Source, TypeRead } from './field.js';
import { unreadCount } from './own-notification.js';

export const teamRead: TypeRead = { name: 'Team', fields: { id: globalId('team'), name: column('name') } };

export const personRead: TypeRead = {
  name: 'Person',
  fields: { id: globalId('person'), name: column('name'), roles: column('roles'), contact: contactDataOfPerson },
};

export const viewerRead: TypeRead = {
  name: 'Viewer',
  fields: {
    ...personRead.fields,
    locale: sql((_row, { statement }) => statement.locale()),
    unreadCount: sql(unreadCount),
    teams: {
      ...children(() => teamRead, 'team', 'id', 'name, id'),
      source: (alias, row) => ({
        from: `team ${alias}`,
        where: `${alias}.id in (select m.team_id from team_member m where m.person_id = ${row}.id)`,
      }),
    },
  },
};

/** Who can be named: everybody for staff, merchants and providers for those who file against them; oneself always. */
export const namedPeople: Source = (alias, _row, { statement, scope }) => {
  const isStaff = scope.isHandler || scope.isSupervisor || scope.isAdministrator;
  const isNamed = isStaff
    ? 'true'
    : `${alias}.party_kind in ('MERCHANT', 'SERVICE_PROVIDER') or ${alias}.id = ${statement.viewerId()}`;
  return { from: `person ${alias}`, where: `${alias}.is_active and (${isNamed})` };
};

/** Experts who can be seated: staff choose among them. */
export const seatableExperts: Source = (alias, _row, { scope }) => ({
  from: `person ${alias}`,
  where: `${alias}.is_active and 'EXPERT' = any(${alias}.roles) and ${scope.isSupervisor || scope.isAdministrator}`,
});

/** Handlers whose cases the viewer can see: a manager all, others those of their own teams. */
export const knownHandlers: Source = (alias, _row, { statement, scope }) => {
  const isOfTeam = () =>
    `exists (select from team_member m where m.person_id = ${alias}.id and m.team_id = any(${statement.teamIds()}))`;
  return {
    from: `person ${alias}`,
    where: `${alias}.is_active and 'HANDLER' = any(${alias}.roles) and ${scope.isManager ? 'true' : isOfTeam()}`,
  };
};

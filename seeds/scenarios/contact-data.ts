import type { Runtime } from '@accord/server/commands/runtime';
import type { DemoPerson } from './people.js';

/** How somebody of the demo is reached: numbers and addresses that nobody has. Who works on cases gives none. */
function contactOf({ id, subject, partyKind }: DemoPerson) {
  const [kind, number] = [id.slice(24, 26), id.slice(-3)];
  return {
    person_id: id,
    phone: `138000${kind}${number}`,
    email: `${subject.split('|').join('.')}@example.com`,
    // No district has the code 999999.
    id_number: partyKind === 'PERSON' ? `99999919900101${number}X` : null,
  };
}

/** Keeps the contact data of the customers and merchants among them; what is kept already stays. */
export async function insertContactData({ em }: Runtime['orm'], persons: readonly DemoPerson[]): Promise<void> {
  const rows = persons.filter(({ roles }) => roles.every((role) => role === 'USER')).map(contactOf);
  await em
    .getConnection()
    .execute(
      'insert into contact_data select * from json_populate_recordset(null::contact_data, ?) on conflict do nothing',
      [JSON.stringify(rows)],
    );
}

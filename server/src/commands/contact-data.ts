import type { ClientBase } from 'pg';
import type { Id } from '../domain/case.js';
import type { ContactData } from '../domain/contact-data.js';
import { requireContactData } from '../domain/contact-data.js';
import type { Person } from '../domain/permission.js';
import { once } from './idempotency.js';
import type { Runtime } from './runtime.js';

/** Changes one's own contact data. */
export async function updateContactData(
  runtime: Runtime,
  person: Person,
  idempotencyKey: string | null,
  change: ContactData,
): Promise<void> {
  const use = { command: 'updateContactData', idempotencyKey, input: change };
  await once(runtime, person, use, [], async (client) => {
    requireContactData('input', change);
    await writeContactData(client, person.id, change);
    return {};
  });
}

/** Writes what is given of a person's contact data; what is not stays. */
export async function writeContactData(client: ClientBase, personId: Id, change: ContactData): Promise<void> {
  const { phone, email, idNumber } = change;
  await client.query({
    name: 'write-contact-data',
    text: `
      insert into contact_data as known (person_id, phone, email, id_number) values ($1, $2, $3, $4)
      on conflict (person_id) do update set phone = case when $5 then $2 else known.phone end,
        email = case when $6 then $3 else known.email end, id_number = case when $7 then $4 else known.id_number end`,
    values: [
      personId,
      phone ?? null,
      email ?? null,
      idNumber ?? null,
      phone !== undefined,
      email !== undefined,
      idNumber !== undefined,
    ],
  });
}

/** Notes how somebody is reached whom one files for, as far as it is not known: what they said of themselves stays. */
export async function noteContactData(client: ClientBase, personId: Id, told: ContactData): Promise<void> {
  requireContactData('input.onBehalfOfContact', told);
  await client.query({
    name: 'note-contact-data',
    text: `
      insert into contact_data as known (person_id, phone, email, id_number) values ($1, $2, $3, $4)
      on conflict (person_id) do update set phone = coalesce(known.phone, $2), email = coalesce(known.email, $3),
        id_number = coalesce(known.id_number, $4)`,
    values: [personId, told.phone ?? null, told.email ?? null, told.idNumber ?? null],
  });
}

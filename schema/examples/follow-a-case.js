// node follow-a-case.js TOKEN [http://localhost:4000]: files a case, then tells every change of it until it has ended.
import { createClient } from 'graphql-ws';

const [token, url = 'http://localhost:4000'] = process.argv.slice(2);
const authorization = `Bearer ${token}`;

async function ask(query, variables) {
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json', authorization };
  const { data, errors } = await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json();
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`);
  return data;
}

const input = {
  type: 'SERVICE_COMPLAINT',
  reason: 'POOR_SERVICE',
  channel: 'APP_HOME',
  truthDeclared: true,
  description: '客服三次承诺回电,均未兑现。',
  requestedRemedy: '书面答复并致歉',
  idempotencyKey: crypto.randomUUID(),
};
const filing = 'mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { case { id number } } }';
const { id, number } = (await ask(filing, { input })).submitCase.case;
console.log(`${number} filed`);

const query = 'subscription ($id: ID!) { caseUpdated(id: $id) { stage outcome nextDue { clock dueOn } } }';
const connectionParams = { authorization, locale: 'en' };
const socket = createClient({ url: `${url.replace(/^http/, 'ws')}/graphql`, connectionParams });
for await (const { data, errors } of socket.iterate({ query, variables: { id } })) {
  if (errors) throw new Error(errors[0].message);
  const { stage, outcome, nextDue } = data.caseUpdated;
  console.log(number, outcome ?? stage, nextDue ? `${nextDue.clock} due ${nextDue.dueOn}` : '');
  if (outcome) break;
}
await socket.dispose();

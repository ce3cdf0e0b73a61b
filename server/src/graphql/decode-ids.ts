import type { IdType } from '../reads/global-id.js';
import { decodeId } from '../reads/global-id.js';

/** What the id fields of inputs name; a list of ids has the plural. */
const typeOfField: Readonly<Record<string, IdType | readonly IdType[]>> = {
  caseId: 'case',
  handlerId: 'person',
  personId: 'person',
  payerId: 'person',
  teamId: 'team',
  teamIds: 'team',
  onBehalfOfId: 'person',
  respondentIds: 'person',
  fromPartyId: 'party',
  partyId: 'party',
  obligorId: 'party',
  beneficiaryId: 'party',
  attendeePartyIds: 'party',
  stepId: 'step',
  evidenceId: 'evidence',
  evidenceIds: 'evidence',
  supersedesId: 'evidence',
  measureId: 'measure',
  requestId: 'request',
  uploadId: 'upload',
  evidenceUploadIds: 'upload',
  meetingId: 'meeting',
  parentId: 'proposal',
  proposalId: 'proposal',
  findingIds: 'finding',
  termId: 'term',
  reversesId: 'movement',
  routeId: 'route',
  objectionId: 'objection',
  expertId: 'person',
  seatId: 'seat',
  subjectId: ['finding', 'seat'],
  notificationIds: 'notification',
};

/** An input with UUIDs in the place of global ids, plain objects throughout; an id of another kind is NOT_FOUND at its path. */
export function decodeIds(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((each, index) => decodeIds(each, `${path}.${index}`));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => {
        const type = typeOfField[name];
        return [name, type ? decoded(type, inner, `${path}.${name}`) : decodeIds(inner, `${path}.${name}`)];
      }),
  );
}

function decoded(type: IdType | readonly IdType[], value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((each: string, index) => decodeId(type, each, `${path}.${index}`));
  return value === null ? null : decodeId(type, value as string, path);
}

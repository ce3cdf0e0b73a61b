import {
  caseReasons,
  caseTypes,
  channels,
  complexities,
  outcomes,
  products,
  reasonsOfType,
  urgencies,
} from '../domain/classification.js';
import { caseStages } from '../domain/stage.js';
import { waitingOnChoices } from '../domain/waiting-on.js';
import { enumOf } from './enums.js';

export const CaseType = enumOf('CaseType', caseTypes, 'What kind of dispute it is.');
export const CaseReason = enumOf(
  'CaseReason',
  caseReasons,
  'What happened, within the type.',
  Object.fromEntries(caseTypes.flatMap((type) => reasonsOfType[type].map((reason) => [reason, `Of ${type}.`]))),
);
export const Urgency = enumOf('Urgency', urgencies, 'URGENT for RIGHTS_PROTECTION by default.');
export const Complexity = enumOf('Complexity', complexities, 'How involved a case is; set when it is accepted.');
export const Channel = enumOf('Channel', channels, 'How a case was filed.');
export const Product = enumOf('Product', products, 'Which product the dispute is about.');
export const CaseStage = enumOf('CaseStage', caseStages, 'Where a case stands.');
export const Outcome = enumOf('Outcome', outcomes, 'How a case ended.');
export const WaitingOn = enumOf('WaitingOn', waitingOnChoices, 'Who owes the next act longest.');

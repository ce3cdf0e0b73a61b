/** The reasons that fit each type of dispute (product page, Lists). */
export const reasonsOfType = {
  TRADE_DISPUTE: ['NOT_AS_DESCRIBED', 'POOR_QUALITY', 'DELIVERY_DELAY', 'REFUND_OR_RETURN'],
  PAYMENT_ANOMALY: ['CHARGED_NOT_COMPLETED', 'REFUND_DELAYED', 'DUPLICATE_CHARGE'],
  REPAYMENT: ['CANNOT_REPAY_ON_TIME'],
  SERVICE_COMPLAINT: ['UNRESOLVED_IN_TIME', 'POOR_SERVICE'],
  RIGHTS_PROTECTION: ['FAKE_TRANSACTION', 'ACCOUNT_STOLEN'],
} as const;

export type CaseType = keyof typeof reasonsOfType;
export type CaseReason = (typeof reasonsOfType)[CaseType][number];
export const caseTypes = Object.keys(reasonsOfType) as CaseType[];
export const caseReasons = Object.values(reasonsOfType).flat() as CaseReason[];

export const caseTracks = ['SIMPLE', 'STANDARD'] as const;
export type CaseTrack = (typeof caseTracks)[number];
export const urgencies = ['NORMAL', 'URGENT'] as const;
export type Urgency = (typeof urgencies)[number];
export const complexities = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type Complexity = (typeof complexities)[number];
export const channels = [
  'APP_HOME',
  'TRANSACTION_RECORD',
  'WEB',
  'PHONE',
  'COUNTER',
  'REGULATOR',
  'INTEGRATION',
] as const;
export type Channel = (typeof channels)[number];
export const products = ['PAYMENT', 'TRANSFER', 'BILL', 'WEALTH', 'CREDIT'] as const;
export type Product = (typeof products)[number];
export const outcomes = [
  'SETTLED',
  'FAST_TRACKED',
  'PARTLY_SETTLED',
  'NOT_SETTLED',
  'REJECTED',
  'WITHDRAWN',
  'DEEMED_WITHDRAWN',
] as const;
export type Outcome = (typeof outcomes)[number];
export const rejectionReasons = [
  'OUT_OF_SCOPE',
  'DUPLICATE',
  'NOT_A_PARTY',
  'NO_GROUNDS',
  'INSUFFICIENT_INFORMATION',
  'OTHER',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];
export const orderStatuses = [
  'CREATED',
  'PAID',
  'TO_BE_SHIPPED',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
  'REFUNDED',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

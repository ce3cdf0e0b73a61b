/** A map of a log with the columns ticket, what, when and who; tests change what matters to them. */
export const importMap = (source: string, activities: object = {}, rest: object = {}) => ({
  source,
  columns: { case: 'ticket', activity: 'what', time: 'when', person: 'who' },
  constants: { type: 'SERVICE_COMPLAINT', reason: 'POOR_SERVICE', channel: 'INTEGRATION', product: 'BILL' },
  activities: { answer: ['take'], pause: ['wait'], resume: 'next', resolve: ['solve'], ...activities },
  ...rest,
});

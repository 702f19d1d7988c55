/** What a unique mandate reference (RUM) may be: 1 to 35 characters of the messages, without leading or double slash. */
const ALLOWED = /^[0-9A-Za-z/?:().,'+ -]{1,35}$/;

export function isMandateReference(text: string): boolean {
  return ALLOWED.test(text) && !/^\/|\/$|\/\/|^ | $/.test(text);
}

/** The reference of the mandate number `number` of a year: « CAN-2026-000012 ». The prefix tells the service. */
export function mandateReference(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${String(number).padStart(6, '0')}`;
}

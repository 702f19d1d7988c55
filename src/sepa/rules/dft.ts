import type { Temporal } from '../../kernel/civil-time.js';

/**
 * The name of a file for the DFT service and its message id: `TGDFT027-DFT-SDD-26330-001`, the service that the SGC
 * gave, two digits of the year, the day of the year, the number in that day. Known from other software in use.
 */
export function dftMessageId(service: string, date: Temporal.PlainDate, rank: number): string {
  const day = `${String(date.year).slice(-2)}${String(date.dayOfYear).padStart(3, '0')}`;
  return `${service}-DFT-SDD-${day}-${String(rank).padStart(3, '0')}`;
}

/** `1D`, the codique of the DDFiP on six digits, `0`, our reference. */
export function dftEndToEndId(codique: string, reference: string): string {
  return `1D${codique.padStart(6, '0')}0${reference}`;
}

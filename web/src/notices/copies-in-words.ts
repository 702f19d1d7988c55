import type { Schemas } from '../api/client';
import { moment } from '../words/dates';

type Allowance = Schemas['CopyAllowanceDto'];

/** How many copies may still be asked for, or when the next one may. */
export function copiesInWords({ limit, left, again }: Allowance, timeZone: string): string {
  const most = `${limit} copies par jour au plus, sous l’une ou l’autre forme`;
  if (left > 0 || !again) return `${most} : il vous en reste ${left}.`;
  return `${most}. Vous les avez toutes demandées : la prochaine pourra l’être à partir du ${moment(again, timeZone)}.`;
}

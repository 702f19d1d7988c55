import { proposableLabel, proposableValue } from '../../../families/rules/index.js';

type Kept = Readonly<Record<string, unknown>>;

/** A correction that was asked for, whose subject (`child:7`), field and values are kept as codes. First names by id. */
export function correctionInFrench(
  { subject, field, oldValue, newValue, ...rest }: Kept,
  firstNames: ReadonlyMap<unknown, string>,
): Kept {
  const value = (kept: unknown) => proposableValue(String(field), typeof kept === 'string' ? kept : null);
  return {
    ...{ subject: subjectInFrench(String(subject), firstNames), field: proposableLabel(String(field)) },
    ...{ oldValue: value(oldValue), newValue: value(newValue) },
    ...rest,
  };
}

function subjectInFrench(subject: string, firstNames: ReadonlyMap<unknown, string>): string {
  const [kind, id] = subject.split(':');
  if (kind === 'child') return firstNames.get(Number(id)) ?? 'un enfant';
  return kind === 'guardian' ? 'un responsable' : 'le foyer';
}

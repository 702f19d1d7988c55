import { Temporal } from '../../kernel/civil-time.js';
import { counted, longDate, plainDate, typeset } from '../../kernel/french.js';
import type { KeptRules } from '../../prestations/rules/index.js';
import { limitsToTell } from './moved-limits.js';
import type { Ruling } from './recomputation.js';

type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'rows'; readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface ChangedDay {
  readonly date: Temporal.PlainDate;
  readonly before: KeptRules;
  readonly after: KeptRules;
}

/** « Cantine : les délais changent ». */
export function recomputationSubject(prestationName: string): string {
  return typeset(`${prestationName} : les délais changent`);
}

/** What a family is told of its days, in the words of the règlement: the new rules, then each limit that moves. */
export function recomputationMail(
  told: {
    /** « Cantine (École Jules-Ferry) ». */
    readonly prestation: string;
    readonly days: readonly ChangedDay[];
    readonly rulings: readonly Ruling[];
  },
  zone: string,
): Block[] {
  const days = [...told.days].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date));
  const said = `La mairie change les délais de ${told.prestation} pour ${counted(days.length, 'jour que vous avez réservé ou mis', 'jours que vous avez réservés ou mis')} dans votre panier. Vos réservations restent, au prix qui vous a été annoncé.`;
  const rows = days.flatMap(({ date, before, after }) =>
    limitsToTell(before.instants, after.instants, zone).map((limit) => [
      longDate(date),
      limit.what,
      limit.before,
      limit.after,
    ]),
  );
  const apart = told.rulings.some((ruling) => ruling.apart && ruledBy(ruling, days).length > 0);
  return [
    { kind: 'paragraph', text: typeset(said) },
    ...told.rulings.flatMap((ruling) => rulingBlocks(ruling, days)),
    ...(rows.length > 0 && apart ? [{ kind: 'paragraph' as const, text: typeset(FOR_ALL) }] : []),
    ...(rows.length === 0
      ? []
      : [{ kind: 'rows' as const, headers: ['Jour', 'Pour', 'Jusqu’ici', 'Désormais'], rows }]),
  ];
}

/** The instants of a session are those of everybody. */
const FOR_ALL =
  'Voici les limites de tous, jour par jour. Si une règle à part, dite ci-dessus, vous concerne, c’est elle qui compte.';

function ruledBy({ policyId, exceptionId }: Ruling, days: readonly ChangedDay[]): ChangedDay[] {
  return days.filter(({ after }) => after.policyId === policyId && after.exceptionId === exceptionId);
}

function rulingBlocks(ruling: Ruling, days: readonly ChangedDay[]): Block[] {
  const { reason, sentences } = ruling;
  const ruled = ruledBy(ruling, days);
  const [first, last] = [ruled[0], ruled.at(-1)];
  if (!first || !last) return [];
  const when = first.date.equals(last.date)
    ? `le ${longDate(first.date)}`
    : `du ${plainDate(first.date)} au ${plainDate(last.date)}`;
  const why = reason === null ? '' : ` (${reason})`;
  return [
    { kind: 'paragraph', text: typeset(`Règles qui s’appliquent désormais ${when}${why} :`) },
    { kind: 'list', items: sentences },
  ];
}

import { describe, expect, it } from '@jest/globals';
import { parseBookingPolicy, parseExceptionRules } from './parse-policy.js';
import { policySentences } from './policy-sentences.js';

const EVE = { type: 'DAYS_BEFORE', n: 1, unit: 'OUVRE', at: '09:00' };
const MORNING = { type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: '09:00' };
const late = (...afterDeadline: object[]) => ({ deadline: EVE, afterDeadline });
const adding = (...effects: object[]) => ({ add: late(...effects), cancel: EVE });
const cancelling = (...effects: object[]) => ({ add: EVE, cancel: late(...effects) });
const counting = (counter: object) => adding({ type: 'SURCHARGE', abs: 100, counter });
const yearly = (bounds: object) => ({ per: 'FAMILY', period: 'SCHOOL_YEAR', ...bounds });
const AT_COUNTER = 'policy.cancel.afterDeadline[0].counter';
const SMALL = { schoolLevels: ['MATERNELLE'] };
const apart = (...publics: unknown[]) => ({ add: EVE, cancel: EVE, publics });
const absent = (absence: unknown) => ({ add: EVE, cancel: EVE, absence });
const waiver = (...waivers: unknown[]) => ({ add: EVE, cancel: EVE, waivers });
const PROOF = { kinds: ['ILLNESS'], withinDays: 3, anchor: 'FIRST_DAY_START' };

describe('a règlement that cannot be understood is refused field by field', () => {
  it.each<[json: unknown, fields: string[]]>([
    [undefined, ['policy']],
    ['la veille', ['policy']],
    [{}, ['policy.add', 'policy.cancel']],
    [{ add: EVE }, ['policy.cancel']],
    [{ add: { ...EVE, n: -1 }, cancel: { type: 'SOON' } }, ['policy.add.n', 'policy.cancel.type']],
    [{ add: { deadline: { ...EVE, at: '' } }, cancel: EVE }, ['policy.add.deadline.at']],
    [{ add: { deadline: EVE, late: [] }, cancel: EVE }, ['policy.add.late']],
    [{ add: EVE, cancel: EVE, opens: EVE }, ['policy.opens']],
    [{ add: EVE, cancel: EVE, order: 'midi', modify: 3 }, ['policy.modify', 'policy.order']],
    [{ add: { deadline: EVE, afterDeadline: 'BLOCK' }, cancel: EVE }, ['policy.add.afterDeadline']],
    [adding({ type: 'CREDIT' }), ['policy.add.afterDeadline[0].type']],
    [cancelling({ type: 'SURCHARGE', abs: 100 }), ['policy.cancel.afterDeadline[0].type']],
    [adding({ type: 'BLOCK' }, { type: 'REQUEST_TO_AGENT' }), ['policy.add.afterDeadline[1]']],
    [adding({ type: 'BLOCK', until: EVE }), ['policy.add.afterDeadline[0].until']],
    [adding({ type: 'SURCHARGE' }), ['policy.add.afterDeadline[0]']],
    [adding({ type: 'SURCHARGE', abs: 100, pct: 50 }), ['policy.add.afterDeadline[0]']],
    [adding({ type: 'SURCHARGE', abs: 0 }), ['policy.add.afterDeadline[0].abs']],
    [adding({ type: 'SURCHARGE', abs: 1.5 }), ['policy.add.afterDeadline[0].abs']],
    [adding({ type: 'SURCHARGE', pct: 0 }), ['policy.add.afterDeadline[0].pct']],
    [adding({ type: 'SURCHARGE', pct: 33.333 }), ['policy.add.afterDeadline[0].pct']],
    [adding({ type: 'SURCHARGE', multiplier: 1 }), ['policy.add.afterDeadline[0].multiplier']],
    [adding({ type: 'SURCHARGE', multiplier: '2' }), ['policy.add.afterDeadline[0].multiplier']],
    [adding({ type: 'SURCHARGE', fixedPrice: -1 }), ['policy.add.afterDeadline[0].fixedPrice']],
    [adding({ type: 'SURCHARGE', costPrice: false }), ['policy.add.afterDeadline[0].costPrice']],
    [adding({ type: 'SURCHARGE', abs: 100, until: { ...EVE, at: 9 } }), ['policy.add.afterDeadline[0].until.at']],
    [adding({ type: 'PHONE_ONLY', number: 'la mairie' }), ['policy.add.afterDeadline[0].number']],
    [counting({ per: 'CHILD', period: 'MONTH' }), ['policy.add.afterDeadline[0].counter']],
    [counting({ per: 'CHILD', period: 'MONTH', from: 0 }), ['policy.add.afterDeadline[0].counter.from']],
    [
      counting({ per: 'SCHOOL', period: 'WEEK', from: 2 }),
      ['policy.add.afterDeadline[0].counter.per', 'policy.add.afterDeadline[0].counter.period'],
    ],
    [counting({ per: 'CHILD', period: 'MONTH', from: 3, upTo: 2 }), ['policy.add.afterDeadline[0].counter.upTo']],
    [cancelling({ type: 'BILL_FULL', counter: {} }), [`${AT_COUNTER}.per`, `${AT_COUNTER}.period`, AT_COUNTER]],
    [cancelling({ type: 'CREDIT', counter: yearly({ from: 3 }) }), [`${AT_COUNTER}.from`]],
    [cancelling({ type: 'BLOCK', counter: yearly({ upTo: 3 }) }), [`${AT_COUNTER}.upTo`]],
    [cancelling({ type: 'REQUEST_TO_AGENT', counter: yearly({ from: 2, upTo: 3 }) }), [`${AT_COUNTER}.upTo`]],
    [
      { ...cancelling(), diet: late({ type: 'REQUEST_TO_AGENT', counter: yearly({ from: 2 }) }) },
      ['policy.diet.afterDeadline[0].counter'],
    ],
    [apart({}), ['policy.publics[0].applies', 'policy.publics[0]']],
    [apart({ applies: {}, add: EVE }), ['policy.publics[0].applies']],
    [apart({ applies: { schoolLevels: ['CRECHE'] }, add: EVE }), ['policy.publics[0].applies.schoolLevels']],
    [
      apart({ applies: SMALL, order: {}, add: { ...EVE, n: -1 } }),
      ['policy.publics[0].order', 'policy.publics[0].add.n'],
    ],
    [apart({ applies: SMALL, add: EVE }, { applies: { resident: false }, add: EVE }), ['policy.publics[1].applies']],
    [
      apart({ applies: { ageMax: 6 }, add: EVE, cancel: EVE }, { applies: { ageMin: 6 }, cancel: EVE }),
      ['policy.publics[1].applies'],
    ],
    [absent('jamais'), ['policy.absence']],
    [absent({ declareBefore: { type: 'PREV_WEEKDAY', weekday: 'FR' } }), ['policy.absence.declareBefore.at']],
    [
      absent({ proof: {} }),
      ['policy.absence.proof.kinds', 'policy.absence.proof.withinDays', 'policy.absence.proof.anchor'],
    ],
    [absent({ proof: { ...PROOF, kinds: ['ILLNESS', 'LAZINESS'] } }), ['policy.absence.proof.kinds']],
    [absent({ proof: { ...PROOF, hardLimitDays: 2 } }), ['policy.absence.proof.hardLimitDays']],
    [
      absent({ carenceDays: { n: -1, ifLate: 'deux' } }),
      ['policy.absence.carenceDays.n', 'policy.absence.carenceDays.ifLate'],
    ],
    [
      absent({ minConsecutiveDays: 0, collective: [] }),
      ['policy.absence.minConsecutiveDays', 'policy.absence.collective'],
    ],
    [absent({ payFrom: 1 }), ['policy.absence.payFrom']],
    [absent({ payFrom: 'PROOF' }), ['policy.absence.payFrom']],
    [absent({ carenceDays: { n: 2 }, payFrom: 3 }), ['policy.absence.payFrom']],
    [waiver({}), ['policy.waivers[0].kind', 'policy.waivers[0].label', 'policy.waivers[0].proof', 'policy.waivers[0]']],
    [
      waiver(
        { kind: 'SHIFT_WORK', label: 'Horaires décalés', proof: 'EMPLOYER_LETTER', add: EVE },
        { kind: 'SHIFT_WORK', label: 'Encore', proof: 'OTHER', cancel: { ...EVE, unit: 'HOURS' } },
      ),
      ['policy.waivers[1].cancel.unit', 'policy.waivers[1].kind'],
    ],
  ])('%j', (json, fields) => {
    const parsed = parseBookingPolicy(json);
    expect('errors' in parsed && parsed.errors.map(({ field }) => field)).toEqual(fields);
    for (const { message } of 'errors' in parsed ? parsed.errors : []) {
      expect(message).toMatch(/^\p{Lu}.+\.$/u);
      expect(message).not.toMatch(/ [:;!?]/);
    }
  });

  it.each([
    [1, 2, 'La carence facture déjà le premier jour : '],
    [2, 3, 'La carence facture déjà les 2 premiers jours : '],
  ])('counts the days of carence in French: %d, payFrom %d', (n, payFrom, words) => {
    const parsed = parseBookingPolicy(absent({ carenceDays: { n }, payFrom }));
    const [error] = 'errors' in parsed ? parsed.errors : [];
    expect(error?.message.replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('reads two bare deadlines as a règlement that refuses what is late', () => {
    expect(parseBookingPolicy({ add: EVE, cancel: MORNING })).toEqual({
      policy: { add: { deadline: EVE }, cancel: { deadline: MORNING } },
    });
  });

  it('keeps a whole règlement as it is written', () => {
    const policy = {
      add: late(
        { type: 'SURCHARGE', pct: 12.5, counter: { per: 'FAMILY', period: 'INVOICE', from: 2 } },
        { type: 'BLOCK' },
      ),
      cancel: late({ type: 'CREDIT', until: MORNING, counter: yearly({ upTo: 2 }) }, { type: 'BILL_FULL' }),
      modify: late({ type: 'REQUEST_TO_AGENT' }, { type: 'BLOCK', counter: yearly({ from: 3 }) }),
      diet: { deadline: EVE },
      order: MORNING,
      absence: {
        declareBefore: EVE,
        proof: { ...PROOF, hardLimitDays: 10 },
        carenceDays: { n: 1, ifLate: 2 },
        minConsecutiveDays: 2,
        payFrom: 3,
        collective: ['STRIKE'],
      },
      waivers: [{ kind: 'SHIFT_WORK', label: 'Horaires décalés', proof: 'EMPLOYER_LETTER', add: MORNING, modify: EVE }],
      publics: [
        { applies: SMALL, add: { deadline: MORNING }, diet: late({ type: 'REQUEST_TO_AGENT' }) },
        { applies: { resident: false, ageMin: 3 }, cancel: { deadline: EVE }, absence: { carenceDays: { n: 1 } } },
      ],
    };
    expect(parseBookingPolicy(policy)).toEqual({ policy });
  });
});

describe('the operations that an exception rules', () => {
  it.each<[json: Record<string, unknown>, fields: string[]]>([
    [{}, ['add']],
    [{ from: '2026-12-14', waivers: [] }, ['add']],
    [{ absence: { minConsecutiveDays: 0 } }, ['absence.minConsecutiveDays']],
    [{ add: { type: 'SOON' }, cancel: null, order: 3 }, ['add.type', 'order']],
    [{ diet: late({ type: 'CREDIT' }) }, ['diet.afterDeadline[0].type']],
    [{ modify: { deadline: { ...EVE, n: -1 } } }, ['modify.deadline.n']],
  ])('%j is refused', (json, fields) => {
    const parsed = parseExceptionRules(json);
    expect('errors' in parsed && parsed.errors.map(({ field }) => field)).toEqual(fields);
  });

  it('are read like those of a règlement, among other fields', () => {
    const rules = { cancel: late({ type: 'CREDIT' }), order: MORNING };
    const absence = { minConsecutiveDays: 2 };
    expect(parseExceptionRules({ ...rules, add: EVE, modify: null, reason: 'Examens', absence })).toEqual({
      rules: { ...rules, add: { deadline: EVE }, absence },
    });
  });
});

describe('the sentences of a règlement', () => {
  const EVE_WORDS = 'possible jusqu’au jour ouvré précédent, avant 9 h 00.';
  it.each<[what: string, policy: object, sentences: string[], last?: string[]]>([
    ['refused', adding({ type: 'BLOCK' }), ['Après ce délai, la réservation est refusée.']],
    [
      'a percentage',
      adding({ type: 'SURCHARGE', pct: 50 }),
      ['Après ce délai, la réservation reste possible jusqu’au début du service, avec une majoration de 50 %.'],
    ],
    [
      'an amount',
      { ...adding({ type: 'SURCHARGE', abs: 250 }), order: MORNING },
      [
        'Après ce délai, la réservation reste possible jusqu’à la commande à la cuisine, avec une majoration de 2,50 €.',
      ],
      ['La commande à la cuisine reste ouverte jusqu’au jour même, avant 9 h 00.'],
    ],
    [
      'a factor',
      adding({ type: 'SURCHARGE', multiplier: 1.5, until: MORNING }),
      ['Après ce délai, la réservation reste possible jusqu’au jour même, avant 9 h 00, au tarif multiplié par 1,5.'],
    ],
    [
      'a price',
      adding({ type: 'SURCHARGE', fixedPrice: 1000 }),
      ['Après ce délai, la réservation reste possible jusqu’au début du service, au prix de 10,00 €.'],
    ],
    [
      'what it costs',
      adding({ type: 'SURCHARGE', costPrice: true }),
      ['Après ce délai, la réservation reste possible jusqu’au début du service, au prix de revient.'],
    ],
    [
      'the first two',
      counting({ per: 'CHILD', period: 'INVOICE', upTo: 2 }),
      [
        'Après ce délai, la réservation reste possible jusqu’au début du service, avec une majoration de 1,00 € (les 2 premières fois de la facture du mois, pour chaque enfant).',
      ],
    ],
    [
      'from the third',
      counting({ per: 'FAMILY', period: 'MONTH', from: 3 }),
      [
        'Après ce délai, la réservation reste possible jusqu’au début du service, avec une majoration de 1,00 € (à partir de la 3e fois du mois, pour chaque famille).',
      ],
    ],
    [
      'some',
      counting({ per: 'FAMILY', period: 'SCHOOL_YEAR', from: 2, upTo: 5 }),
      [
        'Après ce délai, la réservation reste possible jusqu’au début du service, avec une majoration de 1,00 € (de la 2e à la 5e fois de l’année scolaire, pour chaque famille).',
      ],
    ],
    [
      'two times only',
      adding({ type: 'BLOCK', counter: yearly({ from: 3 }) }),
      [
        'Après ce délai, la réservation reste possible jusqu’au début du service, les 2 premières fois de l’année scolaire, pour chaque famille ; à partir de la 3e, elle est refusée.',
      ],
    ],
    [
      'once, then by phone',
      adding({ type: 'PHONE_ONLY', number: '04 67 00 00 00', counter: yearly({ from: 2 }) }),
      [
        'Après ce délai, la réservation reste possible jusqu’au début du service, la première fois de l’année scolaire, pour chaque famille ; à partir de la 2e, elle se fait seulement par téléphone, au 04 67 00 00 00.',
      ],
    ],
    [
      'the first two for more, then refused',
      adding({ type: 'SURCHARGE', abs: 100, counter: yearly({ upTo: 2 }) }, { type: 'BLOCK' }),
      [
        'Après ce délai, la réservation reste possible jusqu’au début du service, avec une majoration de 1,00 € (les 2 premières fois de l’année scolaire, pour chaque famille).',
        'Au-delà, la réservation est refusée.',
      ],
    ],
    [
      'an agent',
      adding({ type: 'REQUEST_TO_AGENT' }),
      ['Après ce délai, la réservation se demande à la mairie, qui répond, jusqu’au début du service.'],
    ],
  ])('booking late: %s', (_, policy, sentences, last = []) => {
    const expected = [`Réservation ${EVE_WORDS}`, ...sentences, `Annulation ${EVE_WORDS}`, ...last];
    expect(sentencesOf(policy)).toEqual(expected);
  });

  it.each<[what: string, policy: object, sentences: string[]]>([
    [
      'by phone',
      cancelling({ type: 'PHONE_ONLY', number: '04 67 00 00 00', until: MORNING }),
      [
        'Après ce délai, l’annulation se fait seulement par téléphone, au 04 67 00 00 00, jusqu’au jour même, avant 9 h 00.',
      ],
    ],
    [
      'billed',
      cancelling({ type: 'BILL_FULL' }),
      ['Après ce délai, l’annulation reste possible jusqu’au début du service, mais le jour est facturé en entier.'],
    ],
    [
      'credited twice a year, then billed',
      cancelling({ type: 'CREDIT', counter: yearly({ upTo: 2 }) }, { type: 'BILL_FULL' }),
      [
        'Après ce délai, l’annulation reste possible jusqu’au début du service et donne un avoir (les 2 premières fois de l’année scolaire, pour chaque famille).',
        'Au-delà, l’annulation reste possible jusqu’au début du service, mais le jour est facturé en entier.',
      ],
    ],
    [
      'billed from the third',
      cancelling({ type: 'BILL_FULL', counter: yearly({ from: 3 }) }),
      [
        'Après ce délai, l’annulation reste possible jusqu’au début du service, mais le jour est facturé en entier (à partir de la 3e fois de l’année scolaire, pour chaque famille).',
      ],
    ],
    [
      'credited',
      cancelling({ type: 'CREDIT', until: MORNING }),
      ['Après ce délai, l’annulation reste possible jusqu’au jour même, avant 9 h 00 et donne un avoir.'],
    ],
    [
      'menus',
      { add: EVE, cancel: EVE, diet: late({ type: 'BLOCK' }) },
      [`Changement de menu ${EVE_WORDS}`, 'Après ce délai, le changement de menu est refusé.'],
    ],
    ['declared', absent({ declareBefore: MORNING }), ['Une absence se signale jusqu’au jour même, avant 9 h 00.']],
    [
      'proof, late or not',
      absent({
        proof: { ...PROOF, kinds: ['ILLNESS', 'ACCIDENT'], hardLimitDays: 10 },
        carenceDays: { n: 0, ifLate: 2 },
      }),
      [
        'Le justificatif (maladie ou accident) parvient à la mairie dans les 3 jours, le premier jour d’absence compris ; passé 10 jours, il ne compte plus.',
        'Si le justificatif arrive après son délai, les 2 premiers jours de service restent facturés.',
      ],
    ],
    [
      'carence, consecutive days, everyone',
      absent({ carenceDays: { n: 1 }, minConsecutiveDays: 4, collective: ['STRIKE', 'ALERT'] }),
      [
        'Une absence n’est déduite qu’à partir de 4 jours de service consécutifs.',
        'D’une absence justifiée, le premier jour de service reste facturé.',
        'Sans démarche des familles, les jours ne sont pas facturés en cas de : grève ou alerte.',
      ],
    ],
    [
      'shift workers (Le Crès)',
      waiver({
        kind: 'SHIFT_WORK',
        label: 'Parents en horaires décalés',
        proof: 'EMPLOYER_LETTER',
        add: MORNING,
        cancel: MORNING,
      }),
      [
        'Parents en horaires décalés (lettre de l’employeur) : réservation possible jusqu’au jour même, avant 9 h 00.',
        'Parents en horaires décalés (lettre de l’employeur) : annulation possible jusqu’au jour même, avant 9 h 00.',
      ],
    ],
  ])('after the two deadlines: %s', (_, policy, sentences) => {
    expect(sentencesOf(policy)).toEqual([`Réservation ${EVE_WORDS}`, `Annulation ${EVE_WORDS}`, ...sentences]);
  });
});

function sentencesOf(json: unknown): string[] {
  const parsed = parseBookingPolicy(json);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return policySentences(parsed.policy).map((sentence) => sentence.replaceAll('\u00a0', ' '));
}

import { Temporal } from '../../kernel/civil-time.js';
import { euros, NBSP, plainDate, typeset } from '../../kernel/french.js';
import { ofWithArticle, withArticleFirst } from '../../kernel/names-in-french.js';
import type { PdfDescription, TableRow } from '../../platform/pdf/index.js';
import type { TaxCertificate } from '../rules/tax-certificate.js';

/** What a family keeps for the tax administration: by child and service, what it paid for care, without the meals. */
export function taxCertificateDocument(certificate: TaxCertificate): PdfDescription {
  const { number, taxYear, collectivite, family, children, signatory, issuedOn, totalCents } = certificate;
  const day = Temporal.PlainDate.from(issuedOn);
  return {
    title: `Attestation fiscale ${taxYear}`,
    author: collectivite.name,
    subject: `Frais de garde payés en ${taxYear}`,
    createdAt: day.toZonedDateTime('UTC').toInstant(),
    legal: [collectivite.name, collectivite.siret && `SIRET ${collectivite.siret}`, number].filter(Boolean).join(' · '),
    content: [
      {
        kind: 'letterhead',
        emitter: {
          name: collectivite.name,
          lines: [...collectivite.addressLines, ...(collectivite.siret ? [`SIRET ${collectivite.siret}`] : [])],
        },
        recipient: [...family.names, ...family.addressLines].slice(0, 6),
        references: [
          ['Attestation', number],
          ['Le', plainDate(day)],
          ['Famille', `n°${NBSP}${family.familyId}`],
        ],
        runningTitle: `Attestation fiscale ${number}`,
      },
      {
        kind: 'title',
        text: `Attestation fiscale ${taxYear}`,
        subtitle: 'Frais de garde d’enfants de moins de six ans, hors du domicile',
      },
      {
        kind: 'paragraph',
        text: typeset(
          `${withArticleFirst(collectivite.name)} atteste avoir reçu ${ofWithArticle(family.names.join(' et '))}, du 1er janvier au 31 décembre ${taxYear}, les sommes suivantes pour la garde, hors repas, ${children.length === 1 ? 'de l’enfant nommé' : 'des enfants nommés'} ci-dessous :`,
        ),
      },
      {
        kind: 'table',
        summary: 'Ce qui a été payé pour la garde, par enfant et par service',
        columns: [
          { header: 'Enfant et service', width: 1 },
          { header: 'Payé, hors repas', width: 'fit', align: 'right' },
        ],
        rows: [...rowsOf(certificate), { kind: 'total', cells: ['Total', euros(totalCents)] }],
      },
      { kind: 'notice', title: 'Ce que compte cette attestation', text: typeset(whatCounts(taxYear)) },
      { kind: 'signatures', frames: [{ title: signatory.title, lines: signedBy(certificate) }] },
    ],
  };
}

function rowsOf({ children }: TaxCertificate): TableRow[] {
  return children.flatMap(({ name, birthDate, services, cents }): TableRow[] => [
    {
      kind: 'group',
      cells: [{ text: typeset(`${name}, né(e) le ${plainDate(Temporal.PlainDate.from(birthDate))}`), span: 2 }],
    },
    ...services.map((service) => ({ cells: [service.name, euros(service.cents)] })),
    ...(services.length > 1 ? [{ kind: 'subtotal' as const, cells: [`Total ${name}`, euros(cents)] }] : []),
  ]);
}

/** CGI, art. 200 quater B, as the tax administration comments on it. */
function whatCounts(taxYear: number): string {
  return [
    `Seule la garde est comptée, pour les enfants qui avaient moins de six ans au 1er janvier ${taxYear} : ni les repas, ni les pénalités, ni les suppléments. Les sommes sont celles payées dans l’année, quel que soit le mois facturé, déduction faite des remboursements.`,
    'Retirez-en les aides que vous avez reçues pour cette garde (part de votre employeur dans les CESU, complément de la CAF ou de la MSA). Gardez cette attestation : elle peut vous être demandée (article 200 quater B du code général des impôts).',
  ].join('\n');
}

function signedBy({ collectivite, issuedOn, signatory }: TaxCertificate): string[] {
  const day = plainDate(Temporal.PlainDate.from(issuedOn));
  return [`À ${collectivite.city}, le ${day}`, ...(signatory.name ? [signatory.name] : [])];
}

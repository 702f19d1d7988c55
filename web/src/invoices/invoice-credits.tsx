import type { Schemas } from '../api/client';
import { Download } from '../api/download';
import { Row, Rows } from '../design/rows';
import { longDay } from '../words/dates';
import { euros } from '../words/money';

interface InvoiceCreditsProps {
  readonly familyId: number;
  /** One at least. */
  readonly notes: readonly Schemas['CreditNoteDetailsDto'][];
}

/** What was taken off an invoice after it was issued: which days, why, and what became of it. */
export function InvoiceCredits({ familyId, notes }: InvoiceCreditsProps) {
  return (
    <section className="stack" aria-labelledby="avoirs">
      <h2 id="avoirs">Repris sur cette facture</h2>
      <Rows none="Rien n’a été repris.">
        {notes.map(({ creditNoteId, number, issuedOn, reasonInFrench, totalCents, lines, loweredCents, heldCents }) => (
          <Row
            key={creditNoteId}
            title={`${reasonInFrench}, le ${longDay(issuedOn)}`}
            amount={`− ${euros(totalCents)}`}
          >
            <ul>
              {lines.map(({ childId, child, label, date, cents }) => (
                <li key={`${childId}:${label}:${date}`}>
                  {child}, {label} : {euros(cents)}
                </li>
              ))}
            </ul>
            <p className="soft">
              {[
                loweredCents > 0 ? `${euros(loweredCents)} ne sont plus à payer` : '',
                heldCents > 0 ? `${euros(heldCents)}, déjà payés, sont gardés en avoir` : '',
              ]
                .filter(Boolean)
                .join(' ; ')}
            </p>
            <Download
              path={`/api/v1/families/${familyId}/credit-notes/${creditNoteId}/pdf`}
              label={`Télécharger l’avoir ${number} (PDF)`}
            >
              Avoir {number} (PDF)
            </Download>
          </Row>
        ))}
      </Rows>
    </section>
  );
}

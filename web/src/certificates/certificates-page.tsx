import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Download } from '../api/download';
import { DateField } from '../design/forms/date-field';
import { Row, Rows } from '../design/rows';
import { useNow } from '../design/use-now';
import { useTitle } from '../design/use-title';
import { contacts, useFamily } from '../family/my-families';
import { ToInvoices } from '../family/to-invoices';
import { dayIn, longDay } from '../words/dates';
import { euros } from '../words/money';
import { taxCertificates } from './queries';

export function CertificatesPage() {
  const { familyId } = useFamily();
  const { data } = useSuspenseQuery(taxCertificates(familyId));
  useTitle('Attestations');
  return (
    <div className="stack">
      <ToInvoices />
      <h1>Attestations</h1>
      <section className="stack" aria-labelledby="fiscales">
        <h2 id="fiscales">Attestations fiscales</h2>
        <p>
          Ce que vous avez payé pour la garde de vos enfants de moins de six ans, pour votre déclaration de revenus. Les
          repas n’y comptent pas, ni les services dont le tarif ne dit pas la part de la garde.
        </p>
        <Rows none="Aucune pour l’instant : la mairie les établit au début de l’année suivante.">
          {data.map(({ certificateId, number, taxYear, issuedOn, totalCents, children }) => (
            <Row key={certificateId} title={`Année ${taxYear}`} amount={euros(totalCents)}>
              <p className="soft">
                Attestation {number}, établie le {longDay(issuedOn)}
              </p>
              <ul>
                {children.map(({ name, cents }) => (
                  <li key={name}>
                    {name} : {euros(cents)}
                  </li>
                ))}
              </ul>
              <Download
                path={`/api/v1/families/${familyId}/tax-certificates/${certificateId}/pdf`}
                label={`Attestation (PDF), année ${taxYear}`}
              >
                Attestation (PDF)
              </Download>
            </Row>
          ))}
        </Rows>
      </section>
      <PaymentCertificate />
    </div>
  );
}

function PaymentCertificate() {
  const { familyId, collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const today = dayIn(mairie.timeZone, useNow());
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const wrong = from && to && from > to ? 'Le dernier jour vient après le premier.' : undefined;
  return (
    <section className="form" aria-labelledby="paiement">
      <h2 id="paiement">Attestation de paiement</h2>
      <p>Ce que vous avez payé entre deux dates : pour un employeur, la CAF ou un comité d’entreprise.</p>
      <DateField label="Premier jour" name="from" value={from} onChange={setFrom} max={today} required />
      <DateField label="Dernier jour" name="to" value={to} onChange={setTo} max={today} required error={wrong} />
      {from && to && !wrong ? (
        <Download path={`/api/v1/families/${familyId}/payment-certificate?from=${from}&to=${to}`}>
          Télécharger l’attestation (PDF)
        </Download>
      ) : null}
    </section>
  );
}

import { useSuspenseQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { Download } from '../api/download';
import { Row, Rows } from '../design/rows';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { ToInvoices } from '../family/to-invoices';
import { euros } from '../words/money';
import { claims } from './queries';

/** What the Trésorerie collects, and how to pay it there. */
export function ClaimsPage() {
  const { familyId } = useFamily();
  const { data } = useSuspenseQuery(claims(familyId));
  useTitle('À la Trésorerie');
  return (
    <div className="stack">
      <ToInvoices />
      <h1>À la Trésorerie</h1>
      <p>Ces factures ne se paient plus à la mairie, ni ici : la Trésorerie en a la charge.</p>
      <Rows none="Vous ne devez rien à la Trésorerie pour ces services.">
        {data.map((claim) => (
          <Claim key={claim.pieceId} claim={claim} familyId={familyId} />
        ))}
      </Rows>
    </div>
  );
}

function Claim({ claim, familyId }: { readonly claim: Schemas['FamilyClaimDto']; readonly familyId: number }) {
  const { invoiceNumber, title, piece, pieceId, hasNotice, openCents, online, debit, office } = claim;
  return (
    <Row title={`Facture ${invoiceNumber}`} amount={euros(openCents)}>
      <p className="soft">
        {title}, pièce n° {piece}
      </p>
      {debit ? <p>{debit.words}</p> : null}
      {online ? (
        <>
          <p>
            Payez-la sur <a href={online.url}>{online.url.replace(/^https?:\/\//, '')}</a>, en saisissant :
          </p>
          <ul>
            <li>
              Identifiant de la collectivité : <strong>{online.identifier}</strong>
            </li>
            <li>
              Référence de la dette : <strong>{online.reference}</strong>
            </li>
          </ul>
        </>
      ) : debit ? null : (
        <p>L’avis des sommes à payer dit comment la payer.</p>
      )}
      {office ? <p>Pour toute question sur le paiement : {office}.</p> : null}
      {hasNotice ? (
        <Download
          path={`/api/v1/families/${familyId}/claims/${pieceId}/notice`}
          label={`Avis des sommes à payer (PDF), facture ${invoiceNumber}`}
        >
          Avis des sommes à payer (PDF)
        </Download>
      ) : null}
    </Row>
  );
}

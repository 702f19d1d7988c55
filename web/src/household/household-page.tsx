import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { CarePlans } from './care-plans';
import { quotient } from '../words/money';
import { Children } from './children';
import { Correct } from './correct';
import { Enrolments } from './enrolments';
import { guardianName, spanInWords } from './household-words';
import styles from './household.module.css';
import { Persons } from './persons';
import { Proposals } from './proposals';
import { household } from './queries';

/** What the mairie holds of the foyer, and what one asks it to change. Of another foyer of a child, nothing. */
export function HouseholdPage() {
  const { familyId } = useFamily();
  const { demandee, personne, pai } = useSearch({ from: '/signed-in/familles/$familyId/foyer' });
  const { data: foyer } = useSuspenseQuery(household(familyId));
  useTitle('Mon foyer');
  const address = [foyer.addressLine1, foyer.addressLine2, `${foyer.postalCode ?? ''} ${foyer.city ?? ''}`.trim()];
  return (
    <div className="stack">
      <h1>Mon foyer</h1>
      {demandee ? (
        <Notice tone="good" title="Votre demande est envoyée">
          <p>La mairie accepte ou refuse chaque correction, et vous prévient par courriel.</p>
        </Notice>
      ) : null}
      {personne ? (
        <Notice tone="good" title="La personne est enregistrée">
          <p>Elle pourra venir chercher un enfant quand la mairie aura donné son accord : un courriel vous le dira.</p>
        </Notice>
      ) : null}
      {pai ? (
        <Notice tone="good" title="Le PAI est envoyé">
          <p>La mairie le lit et vous dit par courriel jusqu’à quand elle en tient compte.</p>
        </Notice>
      ) : null}
      <p>Voici ce que la mairie sait de votre foyer. Une erreur ? Demandez une correction : la mairie la vérifie.</p>
      <section className={styles.cards} aria-label="Le foyer et ses responsables">
        <div className="card">
          <h2>Foyer {foyer.name}</h2>
          <dl className="facts">
            <dt>Adresse</dt>
            <dd>
              {address.filter(Boolean).map((line) => (
                <span key={line} className={styles.line}>
                  {line}
                </span>
              ))}
            </dd>
            <dt>N° d’allocataire</dt>
            <dd>{foyer.allocataireNumber ?? 'inconnu'}</dd>
          </dl>
          <Correct familyId={familyId} subject={`family:${familyId}`} label={`le foyer ${foyer.name}`} />
        </div>
        {foyer.guardians.map((guardian) => (
          <div key={guardian.guardianId} className="card">
            <h2>{guardianName(guardian)}</h2>
            <dl className="facts">
              <dt>Adresse électronique</dt>
              <dd>{guardian.email ?? 'inconnu'}</dd>
              <dt>Téléphone</dt>
              <dd>{guardian.phone ?? 'inconnu'}</dd>
            </dl>
            <Correct familyId={familyId} subject={`guardian:${guardian.guardianId}`} label={guardianName(guardian)} />
          </div>
        ))}
      </section>
      <Children foyer={foyer} />
      {foyer.children.length > 0 ? <Persons familyId={familyId} /> : null}
      {foyer.children.length > 0 ? <CarePlans /> : null}
      <section aria-labelledby="quotient">
        <h2 id="quotient">Quotient familial</h2>
        {foyer.quotients.length === 0 ? (
          <p>La mairie ne connaît pas votre quotient : envoyez-lui votre attestation par une demande.</p>
        ) : (
          <ul>
            {foyer.quotients.map(({ quotientId, hundredths, ...span }) => (
              <li key={quotientId}>
                <strong>{quotient(hundredths)}</strong>, {spanInWords(span)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Enrolments familyId={familyId} />
      <Proposals familyId={familyId} />
    </div>
  );
}

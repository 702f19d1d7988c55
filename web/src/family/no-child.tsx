import { Link } from '@tanstack/react-router';
import { Notice } from '../design/notice';
import { useFamily } from './my-families';

/** Instead of what is about the children of a foyer, where the mairie knows none. */
export function NoChild() {
  const { familyId } = useFamily();
  return (
    <Notice title="La mairie ne connaît aucun enfant dans votre foyer">
      <p>
        Les inscriptions se font à la mairie.{' '}
        <Link to="/familles/$familyId/demandes/nouvelle" params={{ familyId: String(familyId) }}>
          Écrivez-lui pour inscrire un enfant
        </Link>
        .
      </p>
    </Notice>
  );
}

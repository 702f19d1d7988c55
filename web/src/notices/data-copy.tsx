import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from '../api/download';
import { useFamily } from '../family/my-families';
import { copiesInWords } from './copies-in-words';
import { copiesLeft } from './queries';

/** All that is held of one, as a page to be read or as a file for machines; how many may still be asked for, before. */
export function DataCopy() {
  const { familyId, timeZone } = useFamily();
  const client = useQueryClient();
  const allowance = copiesLeft(familyId);
  const { data } = useQuery(allowance);
  const path = `/api/v1/families/${familyId}/personal-data`;
  const ask = () => void client.invalidateQueries({ queryKey: allowance.queryKey });
  return (
    <>
      <p>
        Vous, votre foyer, vos enfants, réservations, factures et demandes : rien de ce qui est propre à l’autre
        responsable n’y figure.
      </p>
      <p role="status">{data ? copiesInWords(data, timeZone) : null}</p>
      <Download path={`${path}/page`} onAnswered={ask}>
        Télécharger une copie de mes données
      </Download>
      <p className="soft">Une page à lire ou à imprimer, qui s’ouvre dans votre navigateur.</p>
      <Download path={path} onAnswered={ask}>
        La même copie pour un logiciel (JSON)
      </Download>
    </>
  );
}

import { useState } from 'react';
import { Button, classOf } from '../../design/button';
import { Notice } from '../../design/notice';
import { TextField } from '../../design/forms/text-field';

interface FeedAddressProps {
  readonly childId: number;
  readonly firstName: string;
  readonly url: string;
}

/** The address, while the page that obtained it is open. */
export function FeedAddress({ childId, firstName, url }: FeedAddressProps) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () =>
    // Absent where the page came without encryption.
    Promise.resolve(navigator.clipboard as Clipboard | undefined)
      .then((clipboard) => clipboard?.writeText(url).then(() => setCopied('yes')) ?? setCopied('no'))
      .catch(() => setCopied('no'));
  return (
    <>
      <Notice tone="good" title={`L’adresse du calendrier de ${firstName} est prête`}>
        <p>
          Ajoutez-la maintenant : elle ne sera plus montrée. Qui la connaît lit ces jours, gardez-la donc pour vous.
        </p>
      </Notice>
      <TextField
        label={`Adresse du calendrier de ${firstName}`}
        name={`calendrier-${childId}`}
        value={url}
        onChange={() => undefined}
        readOnly
      />
      <div className="acts">
        <a className={classOf()} href={url.replace(/^https?:/, 'webcal:')}>
          Ouvrir dans mon calendrier
        </a>
        <Button kind="quiet" onPress={() => void copy()}>
          Copier l’adresse
        </Button>
      </div>
      <p role="status">
        {copied === 'yes' ? 'L’adresse est copiée.' : null}
        {copied === 'no' ? 'Votre navigateur ne copie pas à votre place : choisissez l’adresse et copiez-la.' : null}
      </p>
    </>
  );
}

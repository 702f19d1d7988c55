import { useMutation } from '@tanstack/react-query';
import type { Schemas } from '../api/client';
import { said } from '../api/problem';
import { saveFile } from '../api/save-file';
import { Button } from '../design/button';
import { moment } from '../words/dates';
import { sizeInWords } from '../words/sizes';
import styles from './demandes.module.css';

interface MessageProps {
  readonly message: Schemas['MessageDto'];
  /** Where its attachments are, in the service. */
  readonly files: string;
  readonly mairie: { readonly name: string; readonly timeZone: string };
}

/** One message, shown as the text that it is. */
export function Message({
  message: { fromMairie, authorName, body, writtenAt, attachments },
  files,
  mairie,
}: MessageProps) {
  const save = useMutation({ mutationFn: (id: number) => saveFile(`${files}/${id}`) });
  return (
    <li className={fromMairie ? `${styles.message} ${styles.theirs}` : styles.message}>
      <p>
        <strong>{fromMairie ? mairie.name : authorName}</strong>
        <br />
        <span className="soft">{moment(writtenAt, mairie.timeZone)}</span>
      </p>
      <p className={styles.body}>{body}</p>
      {attachments.length > 0 ? (
        <ul className={styles.attachments} aria-label="Pièces jointes">
          {attachments.map(({ id, name, size }) => (
            <li key={id}>
              <Button
                kind="quiet"
                label={`Télécharger ${name} (${sizeInWords(size)})`}
                pending={save.isPending && save.variables === id}
                onPress={() => save.mutate(id)}
              >
                {name} ({sizeInWords(size)})
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {save.error ? <p role="alert">{said(save.error)}</p> : null}
    </li>
  );
}

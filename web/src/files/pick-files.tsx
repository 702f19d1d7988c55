import { type ChangeEvent, useRef, useState } from 'react';
import { Button } from '../design/button';
import { fieldId } from '../design/forms/field-id';
import { sizeInWords } from '../words/sizes';
import styles from './files.module.css';
import { shrunk } from './shrink-photo';

const MOST_BYTES = 10 * 1024 * 1024;
const KINDS = 'image/*,application/pdf,.heic,.heif';

interface PickFilesProps {
  readonly label: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  /** How many may leave together. */
  readonly most: number;
  /** What the service says of each: `files[0]`. */
  readonly errors?: ReadonlyMap<string, string>;
}

/** The files that go with what one writes: photos taken with the phone, made smaller, or papers in PDF. */
export function PickFiles({ label, files, onChange, most, errors }: PickFilesProps) {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [pending, setPending] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  async function add({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = [...(currentTarget.files ?? [])];
    // So that the same file, taken away, can be chosen again.
    currentTarget.value = '';
    setPending(true);
    const ready = await Promise.all(chosen.map(shrunk));
    const light = ready.filter(({ size }) => size <= MOST_BYTES);
    const kept = [...files, ...light].slice(0, most);
    setRefused([
      ...ready.filter(({ size }) => size > MOST_BYTES).map(({ name }) => `« ${name} » dépasse 10 Mo.`),
      ...(files.length + light.length > most ? [`Pas plus de ${most} fichiers à la fois.`] : []),
    ]);
    onChange(kept);
    setPending(false);
  }

  return (
    <div className={styles.picker}>
      <p className="soft">
        {label} : PDF ou photos (JPEG, PNG, WebP, HEIC), {most > 1 ? `${most} au plus, ` : ''}10 Mo par fichier. Les
        photos sont réduites avant l’envoi.
      </p>
      {files.length > 0 ? (
        <ul className={styles.files}>
          {files.map((file, index) => (
            <li key={`${index}:${file.name}`} id={fieldId(`files[${index}]`)} tabIndex={-1}>
              <span>
                {file.name} <span className="soft">({sizeInWords(file.size)})</span>
                {errors?.get(`files[${index}]`) ? (
                  <strong className={styles.fault}> {errors.get(`files[${index}]`)}</strong>
                ) : null}
              </span>
              <Button
                kind="quiet"
                label={`Retirer ${file.name}`}
                onPress={() => onChange(files.filter((other) => other !== file))}
              >
                Retirer
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {refused.length > 0 ? (
        <ul className={styles.fault} role="alert">
          {refused.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      {files.length < most ? (
        <p>
          <input
            ref={chooser}
            type="file"
            hidden
            accept={KINDS}
            multiple={most > 1}
            onChange={(event) => void add(event)}
          />
          <Button kind="quiet" pending={pending} onPress={() => chooser.current?.click()}>
            Ajouter une photo ou un fichier
          </Button>
        </p>
      ) : null}
    </div>
  );
}

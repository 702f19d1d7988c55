import styles from './files.module.css';

/** How much of the files has left, from 0 to 1; nothing before they leave. */
export function Sending({ share }: { readonly share: number | null }) {
  if (share === null) return null;
  const percent = Math.round(share * 100);
  return (
    <p className={styles.sending}>
      <label>
        Envoi des fichiers : {percent} % <progress max={100} value={percent} />
      </label>
    </p>
  );
}

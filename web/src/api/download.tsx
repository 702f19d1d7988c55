import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { said } from './problem';
import { saveFile } from './save-file';

interface DownloadProps {
  /** Of the file, at the service. */
  readonly path: string;
  readonly children: ReactNode;
  /** Says which one, where several stand on the page; begins with what is shown, for who speaks to the page. */
  readonly label?: string;
  /** Once it was answered, saved or refused. */
  readonly onAnswered?: () => void;
}

/** A paper of the service, saved on the device of who is signed in. */
export function Download({ path, children, label, onAnswered }: DownloadProps) {
  const save = useMutation({ mutationFn: () => saveFile(path), ...(onAnswered && { onSettled: onAnswered }) });
  return (
    <>
      {save.error ? (
        <Notice tone="bad" title="Le document n’a pas pu être téléchargé">
          <p>{said(save.error)}</p>
        </Notice>
      ) : null}
      <p className="acts">
        <Button kind="quiet" pending={save.isPending} onPress={() => save.mutate()} {...(label ? { label } : {})}>
          {children}
        </Button>
      </p>
    </>
  );
}

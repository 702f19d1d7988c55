import { useMutation, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { said } from '../api/problem';
import { saveFile } from '../api/save-file';
import { Button } from '../design/button';
import { Notice } from '../design/notice';
import { ReadOn } from '../design/read-on';
import { useTitle } from '../design/use-title';
import { contacts, useFamily } from '../family/my-families';
import { dayIn, longDay } from '../words/dates';
import { sizeInWords } from '../words/sizes';
import { documents, type FamilyDocument } from './queries';

/** What the mairie gives to download: to this family, or to all. */
export function DocumentsPage() {
  const { familyId, collectiviteId } = useFamily();
  const { data: mairie } = useSuspenseQuery(contacts(collectiviteId));
  const list = useSuspenseInfiniteQuery(documents(familyId));
  const all = list.data.pages.flatMap(({ items }) => items);
  useTitle('Mes documents');
  return (
    <div className="stack reading">
      <h1>Mes documents</h1>
      {all.length === 0 ? <p>La mairie n’a mis aucun document à votre disposition pour l’instant.</p> : null}
      <DocumentList title="Pour ma famille" all={all.filter(({ personal }) => personal)} {...{ familyId, mairie }} />
      <DocumentList
        title="Pour toutes les familles"
        all={all.filter(({ personal }) => !personal)}
        {...{ familyId, mairie }}
      />
      <ReadOn list={list}>Voir les plus anciens</ReadOn>
    </div>
  );
}

interface DocumentListProps {
  readonly title: string;
  readonly all: readonly FamilyDocument[];
  readonly familyId: number;
  readonly mairie: { readonly timeZone: string };
}

function DocumentList({ title, all, familyId, mairie }: DocumentListProps) {
  const save = useMutation({
    mutationFn: (id: number) => saveFile(`/api/v1/families/${familyId}/documents/${id}/content`),
  });
  if (all.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {save.error ? (
        <Notice tone="bad" title="Ce document n’a pas pu être téléchargé">
          <p>{said(save.error)}</p>
        </Notice>
      ) : null}
      <ul className="list">
        {all.map((document) => (
          <li key={document.id} className="row">
            <span>
              <strong>{document.title}</strong>
              <br />
              <span className="soft">{longDay(dayIn(mairie.timeZone, document.publishedAt))}</span>
            </span>
            <Button
              kind="quiet"
              label={`Télécharger (${sizeInWords(document.size)}) ${document.title}`}
              pending={save.isPending && save.variables === document.id}
              onPress={() => save.mutate(document.id)}
            >
              Télécharger ({sizeInWords(document.size)})
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

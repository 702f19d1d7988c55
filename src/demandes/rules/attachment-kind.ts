import { typeset } from '../../kernel/french.js';

/** What may be attached: papers and photographs of papers, by their content, with the endings their names may have. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
};

const ACCEPTED = 'PDF, JPEG, PNG, WebP ou HEIC';

/**
 * Why a file is refused, in French; null when it may be kept. `detected` is the media type that its first bytes
 * show, null when they show none: the name alone proves nothing.
 */
export function attachmentFault(name: string, detected: string | null, content: Buffer): string | null {
  if (content.length === 0) return typeset('le fichier est vide : choisissez-le de nouveau.');
  const endings = KINDS[detected ?? ''];
  if (!endings) return typeset(`ce type de fichier n’est pas accepté : envoyez un fichier ${ACCEPTED}.`);
  const ending = /\.([^.]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  if (!endings.includes(ending))
    return typeset(
      `le nom ne dit pas ce que le fichier contient : il devrait finir par « .${endings[0]} ». Renommez-le, ou exportez-le de nouveau.`,
    );
  if (detected === 'application/pdf' && isEncryptedPdf(content))
    return typeset('ce PDF est protégé par un mot de passe : enregistrez-le sans protection, puis envoyez-le.');
  return null;
}

/** ISO 32000-1, 7.5.5: the trailer of an encrypted document refers to its encryption dictionary under /Encrypt. */
function isEncryptedPdf(content: Buffer): boolean {
  return /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R)/.test(content.toString('latin1'));
}

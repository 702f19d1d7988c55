import { typeset } from '../../kernel/french.js';

const DATABASE = 'vérifiez DATABASE_URL, et que le serveur de base de données répond';

const WHAT_TO_DO: Readonly<Record<string, string>> = {
  ECONNREFUSED: DATABASE,
  ENOTFOUND: DATABASE,
  ETIMEDOUT: DATABASE,
  ER_ACCESS_DENIED_ERROR: 'vérifiez l’utilisateur et le mot de passe de DATABASE_URL',
  ER_DBACCESS_DENIED_ERROR: 'donnez à l’utilisateur de DATABASE_URL tous les droits sur sa base',
  ER_BAD_DB_ERROR: 'créez la base que nomme DATABASE_URL',
  ER_BINLOG_CREATE_ROUTINE_NEED_SUPER:
    'réglez log_bin_trust_function_creators=1 sur le serveur de base de données, puis relancez',
  EADDRINUSE: 'arrêtez ce qui écoute déjà sur ce port, ou donnez-en un autre avec PORT',
};

/** Why a command could not be done: what the system says, and after it, in French, what to do when that is known. */
export function failureInFrench(error: unknown): string {
  const { code = '', message } = error as { code?: string; message?: string };
  const said = message || code || String(error);
  const next = WHAT_TO_DO[code];
  return next ? typeset(`${said} : ${next}.`) : said;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';

const BESIDE = join(process.cwd(), '../shared/pes/schemas_pes_v5.17');

/** The official schemas where they stand beside the repository, which does not hold them; null without. */
export const PES_SCHEMAS = existsSync(join(BESIDE, 'PES_V2/Rev0/PES_Aller.xsd')) ? BESIDE : null;

export { PersonalDataModule } from './personal-data.module.js';
export { NOT_IN_A_COPY, SECTIONS } from './sections/index.js';

export { fieldsForm } from './fields-form.ts';
export { asksProgramme, PROGRAMME, programmeDates, programmeForm } from './programme-form.ts';

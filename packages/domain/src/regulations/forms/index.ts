export { fieldsForm, takesLines } from './fields-form.ts';
export { asksProgramme, demandsWhole, PROGRAMME, programmeDates, programmeForm } from './programme-form.ts';

export { checkRow, type RegisterFinding } from './check.ts';
export {
	headingOf,
	REGISTER_COLUMNS,
	REGISTER_SHEET,
	type AllowedValues,
	type Letter,
	type RegisterRow
} from './columns.ts';
export { uploadDeadline, USUAL_DEADLINES, type DeadlineRule } from './deadline.ts';
export {
	irregularForm,
	isTurkicPatronymic,
	maySuggest,
	NAME_CASES,
	RUSSIAN_CITIZENSHIP,
	staysAsItIs,
	type Gender,
	type NameCase,
	type NameForms
} from './declension.ts';
export { mended } from './mending.ts';
export {
	COHORT_COLUMNS,
	EDUCATION_LEVELS,
	registerRow,
	type CohortValues,
	type RegisterFacts,
	type RegisterPerson
} from './row.ts';
export { readSnils, showSnils } from './snils.ts';

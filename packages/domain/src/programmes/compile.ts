import type { FormDefinition } from '../forms/index.ts';
import { fieldsOf } from '../forms/index.ts';
import { repeated } from '../imports/index.ts';
import { ok, refuse, type Result } from '../result.ts';
import { formsOf } from './cards/forms-of.ts';
import { check } from './checking/check.ts';
import type { ProgrammeDocument } from './document.ts';
import { error, hasErrors, type Finding } from './finding.ts';
import { readRules } from './reading/read-rules.ts';
import type { ProgrammeRules } from './rules.ts';

export type CompiledProgramme = {
	rules: ProgrammeRules;
	forms: FormDefinition[];
	/** Reminders only: a programme with an error is not compiled. */
	findings: Finding[];
};

export type FaultyProgramme = { code: 'programme.faulty'; details: { findings: Finding[] } };

/** From the author's document to what decides (rules) and what is filled in (forms), or all its faults at once. */
export function compile(document: ProgrammeDocument): Result<CompiledProgramme, FaultyProgramme> {
	const { rules } = readRules(document);
	const forms = formsOf(document);
	const findings = [...check(document), ...repeatedForms(forms), ...forms.flatMap(repeatedFields)];

	if (!rules || hasErrors(findings)) return refuse({ code: 'programme.faulty', details: { findings } });
	return ok({ rules, forms, findings });
}

/** A card of the author may take the name of one that every programme has, such as `final_work`. */
function repeatedForms(forms: FormDefinition[]): Finding[] {
	return repeated(forms.map((form) => form.key)).map((key) => error(`forms.${key}`, 'key.reserved', { key }));
}

/** Keys that an author gave may meet keys that a card uses itself, such as `kind` of the final work. */
function repeatedFields(form: FormDefinition): Finding[] {
	const keys = fieldsOf(form).map((field) => field.key);
	return repeated(keys).map((key) => error(`${form.key}.${key}`, 'key.reserved', { key }));
}

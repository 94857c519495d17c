import type { Field, FormDefinition, Section } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeFinalWork } from '../document.ts';
import { fileField } from './files.ts';
import {
	passportFields,
	scenarioFields,
	sectionOf,
	selfAnalysisFields,
	textOf
} from './final-work-sections.ts';
import { privacyNote } from './privacy.ts';
import { WORDS } from './words.ts';

/** Given by the administration of the school, not by the author of the work (R113). */
const OF_OTHERS = ['admin_view'];

/** The final work of an intern: passport, scenario, try-out, evidence, self-analysis in parts (R110–R112). */
export function finalWorkCard(document: ProgrammeDocument): FormDefinition {
	const { title, brief, sections } = document.final_work;
	const own = sections.filter((part) => !OF_OTHERS.includes(part.key));
	return {
		key: 'final_work',
		title,
		note: `${brief}\n\n${privacyNote(document)}`,
		sections: [
			...(own.some((part) => part.key === 'passport') ? [] : [kindSection(document)]),
			...own.map((part) => sectionOf(part, fieldsOf(document, part))),
			...(own.some((part) => part.key === 'evidence') ? [] : [filesSection(document)])
		]
	};
}

function fieldsOf(document: ProgrammeDocument, part: ProgrammeFinalWork['sections'][number]): Field[] {
	switch (part.key) {
		case 'passport':
			return passportFields(document, part);
		case 'scenario':
			return scenarioFields(part);
		case 'tryout':
			return [{ key: 'tryout_date', label: WORDS.tryoutDate, required: true, kind: 'date' }, textOf(part)];
		case 'evidence':
			return [textOf(part), filesOf(document)];
		case 'self_analysis':
			return selfAnalysisFields(document, part);
		default:
			return [textOf(part)];
	}
}

function kindSection(document: ProgrammeDocument): Section {
	return { key: 'passport', title: WORDS.kindSection, fields: passportFields(document, undefined) };
}

function filesSection(document: ProgrammeDocument): Section {
	return { key: 'evidence', title: WORDS.evidence, fields: [filesOf(document)] };
}

function filesOf(document: ProgrammeDocument): Field {
	return fileField(document, { key: 'evidence_files', label: WORDS.evidenceFiles, required: false });
}

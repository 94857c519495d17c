import type { Field, FormDefinition, Section } from '../../forms/index.ts';
import type { ProgrammeDocument, ProgrammeSurvey } from '../document.ts';
import { choices } from './fields.ts';
import { AGREEMENT_SCALE, WORDS } from './words.ts';

type Question = ProgrammeSurvey['questions'][number];

const TITLES = {
	scale5: WORDS.agreement,
	choice: WORDS.questions,
	nps: WORDS.questions,
	text: WORDS.openQuestions
} as const;
const RECOMMENDATION = Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) }));

/** Feedback on the programme (R120). Questions keep their order; a new section begins where their sort changes. */
export function surveyCard({ survey }: ProgrammeDocument): FormDefinition {
	const sections: Section[] = [];
	for (const question of survey.questions) {
		const title = TITLES[question.type];
		const last = sections.at(-1);
		if (last?.title === title) last.fields.push(fieldOf(question));
		else sections.push({ key: `part_${sections.length + 1}`, title, fields: [fieldOf(question)] });
	}
	return { key: 'survey', title: survey.title, sections };
}

function fieldOf({ key, text, type, options }: Question): Field {
	switch (type) {
		case 'scale5':
			return { key, label: text, required: true, kind: 'scale', levels: AGREEMENT_SCALE };
		case 'nps':
			return { key, label: text, hint: WORDS.nps, required: true, kind: 'scale', levels: RECOMMENDATION };
		case 'choice':
			return { key, label: text, required: true, kind: 'singleChoice', options: choices(options ?? []) };
		case 'text':
			return { key, label: text, required: false, kind: 'longText', maxLength: 2000 };
	}
}

import type { FormDefinition } from '../forms/index.ts';
import type { ProgrammeSurvey } from '../programmes/index.ts';
import { addDays } from '../calendar/index.ts';

const LONGEST = 2_000;

/** Asked by every later survey, so that what is in use can be counted. */
export const USE_QUESTION = 'use';
const USES = [
	{ value: 'regularly', label: 'да, регулярно' },
	{ value: 'sometimes', label: 'иногда' },
	{ value: 'not_yet', label: 'пока нет' }
];
/** Answers that mean that something is in use. */
export const IN_USE: readonly string[] = ['regularly', 'sometimes'];

/** The questions of some time after the document (X26); null where the programme asks none. */
export function followUpForm({ title, follow_up }: ProgrammeSurvey): FormDefinition | null {
	if (!follow_up?.questions.length) return null;
	const own = follow_up.questions.map((label, at) => ({
		key: `f${at + 1}`,
		label,
		kind: 'longText' as const,
		maxLength: LONGEST,
		required: true,
		guarded: true
	}));
	const use = {
		...{ key: USE_QUESTION, kind: 'singleChoice' as const, options: USES, required: true },
		label: 'Применяете ли вы сейчас приёмы, которым научились на стажировке?'
	};
	return { key: 'follow_up', title, sections: [{ key: 'follow_up', fields: [use, ...own] }] };
}

/** The day from which they may be answered, for a document of this day. */
export function followUpDay(issuedOn: string, { follow_up }: ProgrammeSurvey): string | null {
	return follow_up ? addDays(issuedOn, follow_up.after_days) : null;
}

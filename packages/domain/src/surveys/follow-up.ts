import type { FormDefinition } from '../forms/index.ts';
import type { ProgrammeSurvey } from '../programmes/index.ts';
import { addDays } from '../calendar/index.ts';

const LONGEST = 2_000;

/** The questions of some time after the document (X26); null where the programme asks none. */
export function followUpForm({ title, follow_up }: ProgrammeSurvey): FormDefinition | null {
	if (!follow_up?.questions.length) return null;
	const fields = follow_up.questions.map((label, at) => ({
		key: `f${at + 1}`,
		label,
		kind: 'longText' as const,
		maxLength: LONGEST,
		required: true,
		guarded: true
	}));
	return { key: 'follow_up', title, sections: [{ key: 'follow_up', fields }] };
}

/** The day from which they may be answered, for a document of this day. */
export function followUpDay(issuedOn: string, { follow_up }: ProgrammeSurvey): string | null {
	return follow_up ? addDays(issuedOn, follow_up.after_days) : null;
}

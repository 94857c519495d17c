import type { Answer, FormDefinition } from '../forms/index.ts';

const LEAST_REASON = 20;
const MOST_REASON = 4000;

/** A reason for each criterion that the author disputes; the others stay empty. */
export function appealForm(criteria: readonly { key: string; title: string }[]): FormDefinition {
	return {
		key: 'appeal',
		title: 'Апелляция',
		sections: [
			{
				key: 'reasons',
				fields: criteria.map(({ key, title }) => ({
					key,
					label: title,
					kind: 'longText',
					minLength: LEAST_REASON,
					maxLength: MOST_REASON,
					guarded: true
				}))
			}
		]
	};
}

export function appealReasons(answer: Answer): Record<string, string> {
	return Object.fromEntries(
		Object.entries(answer).flatMap(([key, value]) => {
			const text = typeof value === 'string' ? value.trim() : '';
			return text ? [[key, text]] : [];
		})
	);
}

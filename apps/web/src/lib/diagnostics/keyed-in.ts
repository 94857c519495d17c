import { paperItems, readDigits, type Choice } from '@stazhirovka/domain/diagnostics';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';
import { textOf } from '#lib/server/form-text.ts';
import { choiceName, digitsName } from './keying-names.ts';

/** What was keyed, as it stands in the form, as an answer, and the questions where it cannot be one. */
export function keyedIn(definition: FormDefinition, data: FormData) {
	const answer: Answer = {};
	const typed: Record<string, string> = {};
	const wrong: string[] = [];
	for (const item of paperItems(definition)) {
		const digits = textOf(data, digitsName(item.key));
		const value = readDigits(item, digits);
		typed[item.key] = digits;
		if (value === undefined) wrong.push(item.key);
		else answer[item.key] = value;
	}
	return { answer, typed, wrong };
}

/** Which keying is right, question by question. */
export function choicesIn(data: FormData): Record<string, Choice> {
	const prefix = choiceName('');
	return Object.fromEntries(
		[...data.entries()].flatMap(([name, value]) =>
			name.startsWith(prefix) && (value === 'first' || value === 'second')
				? [[name.slice(prefix.length), value] as const]
				: []
		)
	);
}

import { sentNumber } from '#lib/server/form-number.ts';
/** What stands in the form of a decision, so that a refusal loses nothing. */
export type TypedDecision = {
	marks: Record<string, string>;
	changes: Record<string, string>;
	choice: string;
	conclusion: string;
};

/** Fields are named `mark.<criterion>` and `change.<criterion>`. */
export function typedDecision(data: FormData): TypedDecision {
	const under = (prefix: string) =>
		Object.fromEntries(
			[...data]
				.filter(([name]) => name.startsWith(prefix))
				.map(([name, value]) => [name.slice(prefix.length), typeof value === 'string' ? value : ''])
		);
	const text = (name: string) => {
		const value = data.get(name);
		return typeof value === 'string' ? value : '';
	};
	return {
		marks: under('mark.'),
		changes: under('change.'),
		choice: text('choice'),
		conclusion: text('conclusion')
	};
}

/** Marks as numbers; null where the work has none. */
export function marksOf({ marks }: TypedDecision): Record<string, number> | null {
	const entries = Object.entries(marks).map(([key, typed]) => [key, sentNumber(typed)] as const);
	return entries.length ? Object.fromEntries(entries) : null;
}

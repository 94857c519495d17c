import type { CompletionCondition, CompletionRule } from '../programmes/rules.ts';

export type Completion = { complete: boolean; rules: { key: string; text: string; done: boolean }[] };

/** Judges the programme's completion rules over what has happened. A programme without rules is never complete by itself. */
export function completion(rules: CompletionRule[], facts: Record<CompletionCondition, boolean>): Completion {
	const judged = rules.map(({ key, text, condition }) => ({ key, text, done: facts[condition] }));
	return { complete: judged.length > 0 && judged.every(({ done }) => done), rules: judged };
}

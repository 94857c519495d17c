import { createSubscriber } from 'svelte/reactivity';
import { m } from '#lib/paraglide/messages.js';

type Words = (code: string, details?: Record<string, unknown>) => string;

/** Pages made by the server have all words at once. In a browser they come with the first refusal. */
let words: Words | undefined = import.meta.env.SSR
	? (await import('./problem-words.ts')).problemWords
	: undefined;
let isOutOfReach = false;

const whenLoaded = createSubscriber((update) => void loadWords().then(update));

/** Has the words at hand, so that nothing is said before it can be said whole. Without a connection none come. */
export async function loadWords(): Promise<void> {
	try {
		words ??= (await import('./problem-words.ts')).problemWords;
		isOutOfReach = false;
	} catch {
		isOutOfReach = true;
	}
}

/**
 * Words for a refusal's code: what happened and what to do. An unknown code gets a general sentence.
 * What the details name may stand in the words: a limit (a number, a day or words) and the number found instead.
 * Nothing is said while the words are on their way; what asks in a component is told again when they are there.
 */
export function explain(code: string, details: Record<string, unknown> = {}): string {
	if (!words) whenLoaded();
	if (words) return words(code, details);
	return isOutOfReach ? m.problem_out_of_reach() : '';
}

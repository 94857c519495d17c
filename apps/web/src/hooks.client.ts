import { loadWords } from '#lib/problems.ts';

/** A page that came with a refusal keeps its words when it comes alive. */
export async function init() {
	if (document.querySelector('[role="alert"]')) await loadWords();
}

import type { LiveLine } from './line.svelte.ts';

/** Calls back when something has moved in one of the cohorts; answers with the way to stop. */
export function followCohorts(line: LiveLine, cohorts: string[], moved: () => void): () => void {
	return line.listen({
		onopen: (send) => send({ t: 'watch', cohorts }),
		onframe: (frame) => {
			if (frame.t === 'progress' && cohorts.includes(frame.cohortId)) moved();
		}
	});
}

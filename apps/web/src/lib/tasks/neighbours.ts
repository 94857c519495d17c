import type { Path } from '@stazhirovka/contract/cohorts';

export type Neighbour = { title: string; href: string };

/** The task before this one, and the next one that can be worked on now. */
export function neighbours(path: Path, base: string, key: string) {
	const tasks = path.modules
		.flatMap(({ steps }) => steps)
		.filter(({ place }) => place?.startsWith('tasks/') ?? false);
	const here = tasks.findIndex(({ place }) => place === `tasks/${key}`);
	const toNeighbour = (step: (typeof tasks)[number] | undefined): Neighbour | null =>
		step ? { title: step.title, href: `${base}/${step.place}` } : null;

	return {
		previous: toNeighbour(tasks[here - 1]),
		next: toNeighbour(tasks.slice(here + 1).find(({ state }) => state === 'open'))
	};
}

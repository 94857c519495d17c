import type { PersonDeadline } from '@stazhirovka/contract/deadlines';
import { m } from '#lib/paraglide/messages.js';

/** What a step is called; a task that the reader may not know is called by its place. */
export function stepTitle({ title, step }: Pick<PersonDeadline, 'title' | 'step'>): string {
	return title ?? m.deadlines_task_n({ n: step.split('.')[1] ?? '' });
}

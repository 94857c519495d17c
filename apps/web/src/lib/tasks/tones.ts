import type { Task } from '@stazhirovka/contract/tasks';
import type { Tone } from '@stazhirovka/ui';

/** How the states of a task look. */
export const TONES: Record<Task['state'], Tone> = {
	locked: 'locked',
	open: 'open',
	sent: 'waiting',
	returned: 'need',
	accepted: 'done'
};

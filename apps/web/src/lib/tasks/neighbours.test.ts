import type { Path, PathStep } from '@stazhirovka/contract/cohorts';
import { expect, test } from 'vitest';
import { neighbours } from './neighbours.ts';

const step = (place: string | null, state: PathStep['state']) => ({ place, state, title: String(place) });
const path = {
	modules: [
		{ steps: [step('diagnosis', 'done'), step(null, 'locked')] },
		{
			steps: [step('tasks/T01', 'waiting'), step('tasks/T03', 'waiting'), step('tasks/T06', 'open')]
		}
	]
} as unknown as Path;

test('R100: after a task comes the next one that is open, not the one that was sent already', () => {
	expect(neighbours(path, '/my/e', 'T01').next?.href).toBe('/my/e/tasks/T06');
	expect(neighbours(path, '/my/e', 'T03').previous?.href).toBe('/my/e/tasks/T01');
});

test('the first task has none before it, the last none after it', () => {
	expect(neighbours(path, '/my/e', 'T01').previous).toBeNull();
	expect(neighbours(path, '/my/e', 'T06').next).toBeNull();
});

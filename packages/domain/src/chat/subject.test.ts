import { expect, test } from 'vitest';
import { subjectIn, subjectKey } from './subject.ts';

test('a link names what it is about by kind and key', () => {
	const id = '0190c0de-0000-7000-8000-000000000001';
	for (const ref of [
		{ kind: 'task', key: 'm2.t1' },
		{ kind: 'deficit', key: 'd3' },
		{ kind: 'event', id },
		{ kind: 'consultation', id },
		{ kind: 'submission', id, version: 2 },
		{ kind: 'criterion', key: 'm2.t1', number: 3 }
	] as const)
		expect(subjectIn(`${ref.kind}:${subjectKey(ref)}`)).toEqual(ref);
});

test('anything else names nothing', () => {
	for (const about of ['', 'task', 'task:', 'submission:x', 'criterion:a.0', 'person:x', 'criterion:a.b'])
		expect(subjectIn(about)).toBeNull();
});

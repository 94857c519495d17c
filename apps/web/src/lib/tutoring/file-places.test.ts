import type { PathStep } from '@stazhirovka/contract/cohorts';
import { expect, test } from 'vitest';
import { filePlaces } from './file-places.ts';

const sent = [{ id: 's1', task: 'T01', state: 'accepted' as const, sentAt: '2027-01-18T07:00:00Z' }];
const place = (key: string, where: string | null) =>
	filePlaces('/tutor/interns/e', sent)({ key, place: where } as PathStep);

test('the tutor is led from a step to the card, or to what was sent', () => {
	expect(place('form.blank_plan', 'activities/m1a3')).toBe('/tutor/interns/e/forms/blank_plan');
	expect(place('task.1', 'tasks/T01')).toBe('/tutor/submissions/s1');
	expect(place('diagnosis', 'diagnosis')).toBe('/tutor/interns/e/diagnosis');
});

test('what the intern has not handed in is no link for the tutor', () => {
	expect(place('task.2', 'tasks/T03')).toBeUndefined();
});

import { cohortsByPhase } from '@stazhirovka/domain/cohorts';
import { expect, test } from 'vitest';
import { folded } from './folded.ts';

const ended = { id: 'autumn', startsOn: '2026-09-01', endsOn: '2026-11-30' };
const running = { id: 'winter', startsOn: '2027-01-18', endsOn: '2027-02-26' };
const ahead = { id: 'spring', startsOn: '2027-03-01', endsOn: '2027-04-30' };
const seen = (...cohorts: (typeof ended)[]) => {
	const { now, over, isOverOpen } = folded(cohortsByPhase(cohorts, () => '2027-01-31'));
	return { now: now.map(({ phase }) => phase), over: over.map(({ id }) => id), isOverOpen };
};

test('R45: cohorts that have ended are folded below what goes on, and stand open where there is nothing else', () => {
	expect(seen(ended, running, ahead)).toEqual({
		now: ['running', 'ahead'],
		over: ['autumn'],
		isOverOpen: false
	});
	expect(seen(ended)).toEqual({ now: [], over: ['autumn'], isOverOpen: true });
	expect(seen(running)).toEqual({ now: ['running'], over: [], isOverOpen: false });
	expect(seen()).toEqual({ now: [], over: [], isOverOpen: true });
});

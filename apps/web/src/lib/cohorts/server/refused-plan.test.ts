import { expect, test } from 'vitest';
import { refusedPlan } from './refused-plan.ts';

const plan = {
	startsOn: '2027-02-10',
	endsOn: '2027-02-01',
	applyUntil: null,
	sessions: [{ module: 1, date: '', startsAt: '13:20', endsAt: '10:00' }]
};
const refusal = (code: string, details?: Record<string, unknown>) => {
	return { code, status: 400, problem: { code, message: '', details } };
};

test('R98: what is missing and what contradicts itself is told at once, each field once', () => {
	const faults = [
		{ field: 'title', code: 'value.missing' },
		{ field: 'sessions.0.endsAt', code: 'value.not_a_time' }
	];
	const { problem } = refusedPlan(refusal('request.malformed', { faults }), plan);
	expect(problem.details?.faults).toEqual([...faults, { field: 'endsOn', code: 'cohort.period_backwards' }]);
});

test('a refusal that is about no field stays as it is', () => {
	const missing = refusal('programme.missing');
	expect(refusedPlan(missing, plan)).toEqual(missing);
});

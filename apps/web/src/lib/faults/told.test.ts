import { expect, test } from 'vitest';
import { toldFaults } from './told.ts';

test('each part that the service names is a fault of its field, with its limit', () => {
	const faults = [
		{ field: 'surname', code: 'value.too_long', limit: 100 },
		{ field: 'sessions.0.endsAt', code: 'cohort.session_backwards' }
	];
	expect(toldFaults({ problem: 'request.malformed', details: { faults } })).toEqual([
		{ field: 'surname', code: 'value.too_long', details: { limit: 100 } },
		{ field: 'sessions.0.endsAt', code: 'cohort.session_backwards', details: {} }
	]);
});

test('a refusal about one field is the fault of that field', () => {
	const details = { field: 'password', limit: 8 };
	expect(toldFaults({ problem: 'account.password_short', details })).toEqual([
		{ field: 'password', code: 'account.password_short', details }
	]);
});

test('any other refusal is about the form as a whole, and no refusal is no fault', () => {
	expect(toldFaults({ problem: 'service.unavailable' })).toEqual([
		{ field: null, code: 'service.unavailable', details: {} }
	]);
	expect(toldFaults({ problem: 'request.malformed', details: { faults: ['?', null, {}] } })).toMatchObject([
		{ field: null, code: 'request.malformed' }
	]);
	expect(toldFaults({ problem: undefined })).toEqual([]);
	expect(toldFaults(null)).toEqual([]);
});

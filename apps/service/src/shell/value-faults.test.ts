import { validatorCompiler } from '@fastify/type-provider-zod';
import { openCohort } from '@stazhirovka/contract/cohorts';
import { signUp } from '@stazhirovka/contract/accounts';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { valueFaults, type Issue } from './value-faults.ts';

/** What the endpoint's own schema makes of a body. */
function faultsIn(schema: z.ZodType, body: unknown) {
	const validate = validatorCompiler({ schema, method: 'POST', url: '/', httpPart: 'body' });
	const { error } = validate(body) as { error?: { validation?: Issue[] } & Issue[] };
	return valueFaults(error?.validation ?? error ?? [], body);
}

const person = {
	surname: 'Новосёлова',
	givenName: 'Рогнеда',
	email: 'r@school.example',
	password: 'четыре слова подряд',
	consents: []
};
const cohort = {
	programmeVersionId: '019b0000-0000-7000-8000-000000000000',
	title: 'Поток 3',
	startsOn: '2027-01-18',
	endsOn: '2027-02-26',
	capacity: 12,
	tutorIds: ['019b0000-0000-7000-8000-000000000000'],
	sessions: []
};

test('every part that cannot be taken is named by its path, with the limit it breaks', () => {
	const typed = {
		...person,
		surname: 'Я'.repeat(3000),
		givenName: '   ',
		position: 'учи\u0000тель',
		email: '@'
	};
	expect(faultsIn(signUp.schema.body, typed)).toEqual([
		{ field: 'surname', code: 'value.too_long', limit: 100 },
		{ field: 'givenName', code: 'value.missing' },
		{ field: 'email', code: 'value.too_short', limit: 3 },
		{ field: 'position', code: 'value.bad_characters' }
	]);
});

test('a number, a date, a time and a list say what they are', () => {
	const session = {
		module: 1,
		date: '18 января',
		startsAt: 'утром',
		endsAt: '13:20',
		place: 'a'.repeat(301)
	};
	const planned = { ...cohort, startsOn: '', endsOn: '2027-02-30', capacity: 1001, tutorIds: [] };
	expect(faultsIn(openCohort.schema.body, { ...planned, sessions: [session] })).toEqual([
		{ field: 'startsOn', code: 'value.missing' },
		{ field: 'endsOn', code: 'value.not_a_date' },
		{ field: 'capacity', code: 'value.too_large', limit: 1000 },
		{ field: 'tutorIds', code: 'value.missing' },
		{ field: 'sessions.0.date', code: 'value.not_a_date' },
		{ field: 'sessions.0.startsAt', code: 'value.not_a_time' },
		{ field: 'sessions.0.place', code: 'value.too_long', limit: 300 }
	]);
	expect(faultsIn(openCohort.schema.body, { ...cohort, capacity: 2.5, programmeVersionId: 'x' })).toEqual([
		{ field: 'programmeVersionId', code: 'value.wrong' },
		{ field: 'capacity', code: 'value.not_whole' }
	]);
	expect(faultsIn(openCohort.schema.body, { ...cohort, capacity: 'пять' })).toEqual([
		{ field: 'capacity', code: 'value.not_a_number' }
	]);
	expect(faultsIn(openCohort.schema.body, { ...cohort, capacity: null })).toEqual([
		{ field: 'capacity', code: 'value.missing' }
	]);
});

test('what is no object at all is wrong as a whole', () => {
	expect(faultsIn(signUp.schema.body, 7)).toEqual([{ field: '', code: 'value.wrong' }]);
	expect(faultsIn(signUp.schema.body, null)).toEqual([{ field: '', code: 'value.missing' }]);
});

import { appointPerson, endAppointment } from '@stazhirovka/contract/staff';
import { grants } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makePerson, type TestPerson } from '../../testing/person.ts';
import { recorded } from '../../testing/records.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';
import { beginAppointments } from './index.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl');
const site = await siteUnder(world, 'lenobl');

const act = { body: 'МБОУ «СОШ № 912»', number: '12', date: '2026-09-01' };
async function appoint({ email }: TestPerson, role: string, from: string) {
	const body = { role, name: `${email} ${role}`, position: '', email, from, act, actId: null, minutes: null };
	return (await site.visitor.must(appointPerson, { params: { id: site.id }, body })).id;
}
const end = (id: string, lastDay: string) =>
	site.visitor.must(endAppointment, { params: { id }, body: { lastDay, reason: 'переход' } });
const isTutor = async ({ id }: TestPerson) =>
	(await world.db.$count(grants, and(eq(grants.personId, id), eq(grants.role, 'tutor')))) === 1;
const turnDay = () =>
	world.db.transaction((tx) => beginAppointments(tx, { actor: null, now: world.deps.now }));

test('R71: whoever is appointed from a later day is a tutor from that day on, once', async () => {
	world.at('2027-01-18T07:00:00Z');
	const person = await makePerson(world.db, { email: 'later@test.example' });
	const id = await appoint(person, 'curator', '2027-02-01');
	expect(await isTutor(person)).toBe(false);
	world.at('2027-01-31T20:59:00Z');
	await turnDay();
	expect(await isTutor(person)).toBe(false);

	world.at('2027-01-31T21:00:00Z');
	await Promise.all([turnDay(), turnDay()]);
	expect(await isTutor(person)).toBe(true);
	await end(id, '2027-02-01');
	expect(await isTutor(person)).toBe(false);
	await turnDay();
	expect(await isTutor(person)).toBe(false);
	expect(
		(await recorded(world.db, 'grant.', [person.id])).map(({ kind, actorId, data }) => [kind, actorId, data])
	).toEqual([
		['grant.given', null, { role: 'tutor', scope: { kind: 'site', id: site.id } }],
		['grant.withdrawn', site.leader.id, { role: 'tutor', scope: { kind: 'site', id: site.id } }]
	]);
});

test('an appointment that has not begun carries no right on', async () => {
	world.at('2027-01-18T07:00:00Z');
	const person = await makePerson(world.db, { email: 'pause@test.example' });
	const now = await appoint(person, 'curator', '2026-09-01');
	await appoint(person, 'mentor', '2027-02-01');
	expect(await isTutor(person)).toBe(true);
	await end(now, '2027-01-18');
	expect(await isTutor(person)).toBe(false);
	world.at('2027-02-01T07:00:00Z');
	await turnDay();
	expect(await isTutor(person)).toBe(true);
});

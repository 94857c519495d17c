import { changeProfile } from '@stazhirovka/contract/accounts';
import {
	confirmNameForms,
	confirmRegisterData,
	getNameForms,
	getRegisterData
} from '@stazhirovka/contract/register';
import { people, registerPeople } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../testing/person.ts';
import { recorded } from '../../testing/records.ts';
import { refusing } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';
import { enterEnrolment, journeysOf } from '../cohorts/index.ts';
import { findKey } from './secrets/keys.ts';
import { hide, keyOf, reveal } from './secrets/secret.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(() => world.close());

const body = {
	birthDate: '1988-04-02',
	gender: 'f' as const,
	citizenship: '643',
	snils: '112 233 445 95',
	education: { level: 'higher' as const, surname: 'Дубравина ', series: '', number: '107704  0001' }
};
const NAMES = { surname: 'Дубравина', givenName: 'Любовь', patronymic: 'Саввична' };

async function somebody(values = {}) {
	const person = await makePerson(world.db, { ...NAMES, gender: 'f', ...values });
	return { person, visitor: await world.as(person) };
}
const stored = async (id: string) =>
	(await world.db.select().from(registerPeople).where(eq(registerPeople.personId, id)))[0];

test('X14: forms are suggested, confirmed once with their moment, and asked for again after a change of the name', async () => {
	const { person, visitor } = await somebody();
	const suggested = await visitor.must(getNameForms, {});
	expect(suggested).toEqual({
		nominative: 'Дубравина Любовь Саввична',
		genitive: 'Дубравиной Любови Саввичны',
		dative: 'Дубравиной Любови Саввичне',
		accusative: 'Дубравину Любовь Саввичну',
		confirmedAt: null
	});

	const forms = { genitive: 'Дубравиной Л. С.', dative: 'Дубравиной Л. С.', accusative: 'Дубравину Л. С.' };
	const confirmed = await visitor.must(confirmNameForms, { body: forms });
	expect(confirmed).toMatchObject({ ...forms, confirmedAt: '2027-01-18T07:00:00.000Z' });
	const profile = { ...NAMES, gender: 'f' as const, position: 'учитель', organisationId: null };
	await visitor.must(changeProfile, { body: profile });
	expect(await visitor.must(getNameForms, {})).toEqual(confirmed);

	await visitor.must(changeProfile, { body: { ...profile, surname: 'Лысоконь' } });
	expect(await visitor.must(getNameForms, {})).toMatchObject({
		dative: 'Лысоконь Любови Саввичне',
		confirmedAt: null
	});
	const [row] = await world.db.select().from(people).where(eq(people.id, person.id));
	expect(row).toMatchObject({ dative: null, genitive: null, accusative: null, nameConfirmedAt: null });
	expect(
		await visitor.call(confirmNameForms, { body: { ...forms, dative: 'Дубравиной <b>' } })
	).toMatchObject(refusing(422, 'account.bad_name'));
});

test('X14: for a foreign name without a patronymic nothing is suggested', async () => {
	const { visitor } = await somebody({ surname: 'Тан', givenName: 'Линь', patronymic: null });
	await visitor.must(confirmRegisterData, { body: { ...body, citizenship: '156', snils: '' } });
	expect(await visitor.must(getNameForms, {})).toMatchObject({ dative: '', genitive: '', confirmedAt: null });
});

test('X6: a СНИЛС is stored unreadable and comparable, and only its owner is shown it', async () => {
	const { person, visitor } = await somebody();
	const other = await somebody();
	expect(await visitor.must(confirmRegisterData, { body })).toEqual({
		birthDate: '1988-04-02',
		gender: 'f',
		citizenship: '643',
		snils: '112-233-445 95',
		education: { level: 'higher', surname: 'Дубравина', series: '', number: '107704 0001' },
		confirmedAt: '2027-01-18T07:00:00.000Z'
	});
	await other.visitor.must(confirmRegisterData, { body: { ...body, snils: '11223344595' } });

	const [own, others] = [await stored(person.id), await stored(other.person.id)];
	expect(JSON.stringify([own, others])).not.toContain('112233445');
	expect(own?.snils).toMatch(/^register-1\.[\w-]+$/);
	expect(own?.snils).not.toBe(others?.snils);
	expect(own?.snilsMark).toBe(others?.snilsMark);
	expect(await other.visitor.must(getRegisterData, {})).toMatchObject({ snils: '112-233-445 95' });
	expect(await (await world.as(world.leader)).must(getRegisterData, {})).toMatchObject({ snils: null });
	expect(await recorded(world.db, 'register_data', [person.id])).toEqual([
		{ kind: 'register_data.checked', actorId: person.id, data: {} }
	]);
});

test('X6: keys are readable by the process alone; another row, a changed byte or another key open nothing', async () => {
	const { keysDir } = world.deps;
	for (const name of readdirSync(keysDir).filter((name) => name.startsWith('register-'))) {
		expect([name, statSync(join(keysDir, name)).mode & 0o777, statSync(join(keysDir, name)).size]).toEqual([
			name,
			0o600,
			32
		]);
	}
	const key = (await findKey(world.deps, 'register-1')) ?? expect.fail('no key');
	const hidden = hide(key, 'owner', '11223344595');
	expect(reveal(key, 'owner', hidden)).toBe('11223344595');
	expect(reveal(key, 'another', hidden)).toBeNull();
	expect(reveal({ ...key, bytes: randomBytes(32) }, 'owner', hidden)).toBeNull();
	const changed = Buffer.from(hidden.split('.')[1] ?? '', 'base64url');
	changed[changed.length - 1]! ^= 1;
	expect(reveal(key, 'owner', `register-1.${changed.toString('base64url')}`)).toBeNull();
});

test('X6: after a new key older values are still read, and new ones are under it', async () => {
	const { person, visitor } = await somebody();
	await visitor.must(confirmRegisterData, { body });
	writeFileSync(join(world.deps.keysDir, 'register-2.key'), randomBytes(32), { mode: 0o600 });
	expect(await visitor.must(getRegisterData, {})).toMatchObject({ snils: '112-233-445 95' });
	await visitor.must(confirmRegisterData, { body });
	expect(keyOf((await stored(person.id))?.snils ?? '')).toBe('register-2');
	expect(await visitor.must(getRegisterData, {})).toMatchObject({ snils: '112-233-445 95' });
});

test.each([
	['wrong control digits', { snils: '112-233-445 94' }, 'register.bad_snils'],
	['none for a citizen', { snils: '' }, 'register.no_snils'],
	['a day of birth to come', { birthDate: '2027-01-18' }, 'register.bad_birth_date']
])('X5: %s', async (_, change, code) => {
	const { visitor } = await somebody();
	expect(await visitor.call(confirmRegisterData, { body: { ...body, ...change } })).toMatchObject(
		refusing(422, code)
	);
	expect(await visitor.must(getRegisterData, {})).toMatchObject({ confirmedAt: null, snils: null });
});

test('X4: the person’s confirmation is what the completion rule about register data asks for', async () => {
	const [enrolment] = world.enrolments;
	const [intern] = world.interns;
	const isChecked = async () => {
		const facts = await enterEnrolment(
			world.db,
			world.contextOf(world.tutor).actor,
			enrolment?.id ?? '',
			'tutor'
		);
		const [journey] = await journeysOf(world.db, facts, world.deps.now(), [enrolment?.id ?? '']);
		return journey?.walker.registerDataCheckedAt ?? null;
	};
	expect(await isChecked()).toBeNull();
	await (await world.as(intern ?? null)).must(confirmRegisterData, { body });
	expect(await isChecked()).toEqual(world.deps.now());
});

test('X6: a visitor who is not signed in gets nothing', async () => {
	const stranger = await world.as(null);
	expect(await stranger.call(getRegisterData, {})).toMatchObject({ refusal: { status: 401 } });
	expect(await stranger.call(getNameForms, {})).toMatchObject({ refusal: { status: 401 } });
});

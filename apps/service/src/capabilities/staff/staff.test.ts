import {
	addAgreement,
	addTraining,
	appointPerson,
	endAppointment,
	getMySite,
	getSitePeople,
	getSitePerson,
	listGroups,
	listMySites,
	listPairs,
	markDuty
} from '@stazhirovka/contract/staff';
import { grants, municipalities, organisations, siteMembers } from '@stazhirovka/db/schema';
import { and, eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makePerson } from '../../testing/person.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules, siteUnder } from '../../testing/sites.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld({ now: '2027-01-18T07:00:00Z' });
afterAll(world.close);
await publishRules(world, 'lenobl', 'kuzbass');

const site = await siteUnder(world, 'lenobl');
const other = await siteUnder(world, 'kuzbass');
const { visitor } = site;
const params = { id: site.id };
const act = { body: 'МБОУ «СОШ № 912»', number: '12', date: '2026-09-01' };
const appointment = {
	role: 'curator',
	name: 'Ольхова Тамара Викторовна',
	position: 'методист',
	email: '',
	from: '2026-09-01',
	act,
	actId: null,
	minutes: null
};
const appoint = (change: object = {}, by = visitor, id = site.id) =>
	by.call(appointPerson, { params: { id }, body: { ...appointment, ...change } });
const faultsOf = (answer: Awaited<ReturnType<typeof appoint>>) =>
	answer.ok ? [] : (answer.refusal.problem.details?.faults as { code: string; field: string }[]);
const tutorGrants = (personId: string) =>
	world.db
		.select({ id: grants.id })
		.from(grants)
		.where(and(eq(grants.personId, personId), eq(grants.role, 'tutor'), eq(grants.scopeId, site.id)));

test('R70, R71: people stand in the roles of the regulation, with the duties that it names', async () => {
	const { id } = await visitor.must(appointPerson, { params, body: appointment });
	const people = await visitor.must(getSitePeople, { params });
	const role = people.roles.find(({ key }) => key === 'curator');

	expect(people.roles.map(({ title }) => title)).toEqual([
		'Руководитель стажировочной площадки',
		'Сотрудники стажировочной площадки',
		'Наставник',
		'Куратор',
		'Научный руководитель (научный консультант)'
	]);
	expect(people.roles[0]).toMatchObject({ networkRule: 'назначается коллегиально', minutes: false });
	expect(people.roles[0]!.duties).toHaveLength(6);
	expect(role?.people).toMatchObject([
		{ id, name: appointment.name, act, lastDay: null, can: { end: true } }
	]);
});

test('R71: whoever accompanies interns and has an account becomes a tutor, and is one no longer when it ends', async () => {
	const person = await makePerson(world.db, { email: 'curator@test.example' });
	const { id } = await visitor.must(appointPerson, {
		params,
		body: { ...appointment, name: 'Куратор с учётной записью', email: 'Curator@test.example' }
	});
	expect(await tutorGrants(person.id)).toHaveLength(1);
	expect((await (await world.as(person)).must(listMySites, {})).map((one) => one.id)).toEqual([site.id]);

	const mentor = await visitor.must(appointPerson, {
		params,
		body: { ...appointment, role: 'mentor', name: 'Он же', email: 'curator@test.example' }
	});
	const end = (staff: string) =>
		visitor.must(endAppointment, {
			params: { id: staff },
			body: { lastDay: '2027-01-18', reason: 'переход' }
		});
	await end(id);
	expect(await tutorGrants(person.id)).toHaveLength(1);
	await end(mentor.id);
	expect(await tutorGrants(person.id)).toEqual([]);
	expect(await (await world.as(person)).call(getMySite, { params })).toMatchObject({ ok: true });
	world.at('2027-01-19T07:00:00Z');
	expect(await (await world.as(person)).call(getMySite, { params })).toEqual(refused(404, 'site.missing'));
	expect(await recorded(world.db, 'grant.', [person.id])).toMatchObject([
		{ kind: 'grant.given' },
		{ kind: 'grant.withdrawn' }
	]);
	world.at('2027-01-18T07:00:00Z');
});

test('a role of a tutor that was there before an appointment stays after it', async () => {
	const person = await makePerson(world.db, { email: 'own-tutor@test.example' }, [
		{ role: 'tutor', scope: { kind: 'site', id: site.id } }
	]);
	const { id } = await visitor.must(appointPerson, {
		params,
		body: { ...appointment, name: 'Давний тьютор', email: 'own-tutor@test.example' }
	});
	await visitor.must(endAppointment, { params: { id }, body: { lastDay: '2027-01-18', reason: '' } });
	expect(await tutorGrants(person.id)).toHaveLength(1);
});

test('R71: a curator is appointed by an act; people whom nobody appoints need none', async () => {
	const untold = { name: 'Без приказа', act: null };
	expect(faultsOf(await appoint(untold))).toEqual([{ code: 'staff.act_missing', field: 'act.number' }]);
	expect(await appoint({ ...untold, role: 'site_staff' })).toMatchObject({ ok: true });
	const { roles } = await visitor.must(getSitePeople, { params });
	expect(roles.filter(({ byAct }) => byAct).map(({ key }) => key)).toEqual(['mentor', 'curator']);
});

test('R32: in a network a collegial choice needs its minutes', async () => {
	const network = await siteUnder(world, 'lenobl');
	const member = (key: string, isLead: boolean) => ({
		siteId: network.id,
		organisationId: world.organisation(key).id,
		isLead,
		joinedOn: '2025-09-01'
	});
	await world.db.insert(siteMembers).values([member('org-912', true), member('org-31', false)]);

	const head = { role: 'site_head', name: 'Глава сети' };
	expect(faultsOf(await appoint(head, network.visitor, network.id))).toEqual([
		{ code: 'staff.minutes_missing', field: 'minutes.number' }
	]);
	expect(
		await appoint({ ...head, minutes: { ...act, number: '3' } }, network.visitor, network.id)
	).toMatchObject({
		ok: true
	});
});

test('what is wrong is told beside its field', async () => {
	const wrong = { role: 'tutor', name: '', email: 'nobody@test.example', from: '2026-02-30' };
	expect(faultsOf(await appoint(wrong))).toEqual([
		{ code: 'staff.role_unknown', field: 'role' },
		{ code: 'staff.name_missing', field: 'name' },
		{ code: 'staff.from_missing', field: 'from' },
		{ code: 'staff.account_unknown', field: 'email' }
	]);
	expect(faultsOf(await appoint({ actId: other.id }))).toEqual([
		{ code: 'staff.act_unknown', field: 'actId' }
	]);
});

test('a double click appoints once; two who end the same do it once', async () => {
	const twice = { name: 'Дважды нажатая', role: 'site_staff' };
	const answers = await Promise.all([appoint(twice), appoint(twice), appoint(twice)]);
	expect(new Set(answers.map((one) => one.ok && one.value.id)).size).toBe(1);

	const id = answers[0]!.ok ? answers[0].value.id : '';
	const end = () =>
		visitor.call(endAppointment, { params: { id }, body: { lastDay: '2027-01-18', reason: 'уход' } });
	const ended = await Promise.all([end(), end()]);
	expect(ended.map((one) => (one.ok ? 'done' : one.refusal.code)).toSorted()).toEqual([
		'done',
		'staff.changed_meanwhile'
	]);
});

test('R70, R73, R19: duties, trainings and agreements are written down once', async () => {
	const { id } = await visitor.must(appointPerson, { params, body: { ...appointment, name: 'Обученная' } });
	const training = {
		title: 'Тьюторское сопровождение',
		provider: 'ИРО',
		hours: 36,
		from: '2026-10-01',
		lastDay: '2026-10-20',
		document: 'удостоверение № 5'
	};
	const duty = { role: 'site_head', duty: 'train_staff', who: 'Ольхова', on: '2026-12-01', note: 'семинар' };
	const agreement = {
		number: '7/26',
		signedOn: '2026-09-01',
		from: '2026-09-01',
		lastDay: '2028-08-31',
		subject: 'Сопровождение площадки',
		fileId: null
	};
	for (const _ of [1, 2]) {
		await visitor.must(addTraining, { params: { id }, body: training });
		await visitor.must(markDuty, { params, body: duty });
		await visitor.must(addAgreement, { params, body: agreement });
	}
	const { roles, agreements } = await visitor.must(getSitePeople, { params });
	expect(roles[0]!.duties.find(({ key }) => key === 'train_staff')?.marks).toEqual([
		{ who: 'Ольхова', on: '2026-12-01', note: 'семинар' }
	]);
	expect(agreements).toMatchObject([{ number: '7/26', lastDay: '2028-08-31' }]);
	expect((await visitor.must(getSitePerson, { params: { id } })).trainings).toMatchObject([{ hours: 36 }]);

	const late = { ...duty, on: '2027-01-19' };
	expect(await visitor.call(markDuty, { params, body: late })).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'days.ahead', field: 'on' }] } } }
	});
	const foreign = await visitor.call(markDuty, { params, body: { ...duty, duty: 'submit_reports' } });
	expect(foreign).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'staff.duty_unknown' }] } } }
	});
});

test('for strangers and for other sites nothing of this is there', async () => {
	const { id } = await visitor.must(appointPerson, { params, body: { ...appointment, name: 'Своя' } });
	const strangers = [other.visitor, await world.as(world.stranger), await world.as(world.interns[0]!)];
	for (const stranger of strangers) {
		for (const read of [getMySite, getSitePeople, listGroups, listPairs])
			expect(await stranger.call(read, { params })).toEqual(refused(404, 'site.missing'));
		expect(await stranger.call(getSitePerson, { params: { id } })).toEqual(refused(404, 'staff.missing'));
		expect(await appoint({}, stranger)).toEqual(refused(404, 'site.missing'));
		expect(
			await stranger.call(endAppointment, { params: { id }, body: { lastDay: '2027-01-18', reason: '' } })
		).toEqual(refused(404, 'staff.missing'));
	}
});

test('an observer of the municipality sees the site and changes nobody', async () => {
	const [place] = await world.db
		.insert(municipalities)
		.values({ regionId: world.region.id, title: 'Приозёрный район' })
		.returning();
	const organisation = eq(organisations.id, site.organisationId);
	await world.db.update(organisations).set({ municipalityId: place!.id }).where(organisation);
	const observer = await world.as(
		await makePerson(world.db, {}, [{ role: 'observer', scope: { kind: 'municipality', id: place!.id } }])
	);
	expect((await observer.must(getMySite, { params })).can).toEqual({
		lead: false,
		read: false,
		approve: true,
		propose: false,
		work: true
	});
	expect(await observer.call(getSitePeople, { params })).toEqual(refused(404, 'site.missing'));
	expect(await appoint({}, observer)).toEqual(refused(403, 'forbidden'));
	await world.db.update(organisations).set({ municipalityId: null }).where(organisation);
});

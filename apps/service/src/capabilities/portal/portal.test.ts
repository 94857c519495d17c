import { getPublicProgramme, listPublicProgrammes } from '@stazhirovka/contract/portal';
import { decideEnrolment, enrol, listMyEnrolments, withdrawEnrolment } from '@stazhirovka/contract/cohorts';
import { importProgramme } from '@stazhirovka/contract/programmes';
import { programmeFile } from '@stazhirovka/db/seeds';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { afterAll, expect, test } from 'vitest';
import { makeApplication, makeCohort, makeIntern } from '../../testing/cohort.ts';
import { makePerson } from '../../testing/person.ts';
import { createWorld } from '../../testing/world.ts';

const world = await createWorld();
afterAll(world.close);

const anybody = await world.as(null);
const adhd = { params: { key: 'adhd-lesson-12h' } };

test('anybody reads a published programme, and nothing by which a diagnostic could be answered', async () => {
	const programme = await anybody.must(getPublicProgramme, adhd);
	expect(programme).toMatchObject({
		hours: 12,
		academicHourMinutes: 45,
		audience: expect.arrayContaining([expect.any(String)]),
		document: 'Сертификат о прохождении программы стажировки',
		site: 'Региональная стажировочная площадка «Внимание в классе»',
		organisation: 'Школа № 912'
	});
	expect(programme.modules.map(({ hours, activities }) => [hours, activities.length])).toEqual([
		[4, 6],
		[4, 5],
		[4, 4]
	]);
	expect(programme.results.map(({ title }) => title)).toEqual([
		'Понимание',
		'Умение',
		'Владение',
		'Освоение'
	]);
	expect(programme.completion).toHaveLength(8);
	const shown = JSON.stringify(programme);
	const { diagnostic } = programmeFile('adhd-lesson-12h') as ProgrammeDocument;
	expect(diagnostic.items.filter(({ stem }) => shown.includes(stem))).toEqual([]);
	expect(shown).not.toMatch(/correct|expert_key/);
});

test('next cohorts tell the seats that are left, and whether an application would be taken', async () => {
	await makeCohort(
		world.db,
		{
			siteId: world.site.id,
			programmeVersionId: world.version,
			title: 'Полный',
			capacity: 1,
			enrolmentOpen: false
		},
		[world.tutor]
	);
	const [programme] = await anybody.must(listPublicProgrammes, {});
	expect(
		programme?.cohorts.map(({ title, capacity, seatsLeft, open }) => [title, capacity, seatsLeft, open])
	).toEqual([
		['Полный', 1, 1, false],
		['Поток 1', 12, 6, true]
	]);

	world.at('2027-02-27T12:00:00Z');
	expect((await anybody.must(getPublicProgramme, adhd)).cohorts).toEqual([]);
	world.at('2027-01-18T07:00:00Z');
});

test('a draft is not public: the newest published version is', async () => {
	const leader = await world.as(world.leader);
	const document = { ...(programmeFile('adhd-lesson-12h') as object), title: 'Черновик' };
	await leader.must(importProgramme, { body: { document } });
	const formative = { ...(programmeFile('formative-16h') as object), site_key: 'site-912' };
	await leader.must(importProgramme, { body: { document: formative } });

	const programmes = await anybody.must(listPublicProgrammes, {});
	expect(programmes.map(({ title }) => title)).toEqual(['Приёмы работы с обучающимися с СДВГ на уроке']);
	expect(await anybody.call(getPublicProgramme, { params: { key: 'a\u0000b' } })).toMatchObject({
		refusal: { status: 404 }
	});
	expect(await anybody.call(getPublicProgramme, { params: { key: 'formative-16h' } })).toMatchObject({
		refusal: { status: 404, code: 'programme.missing' }
	});
});

test('a signed-in reader sees where they have applied already; guests and others see nothing of it', async () => {
	const mineOf = async (reader: typeof anybody) => {
		const { cohorts } = await reader.must(getPublicProgramme, adhd);
		return cohorts.find(({ id }) => id === world.cohort.id)?.mine;
	};
	const stranger = await world.as(world.stranger);
	expect([await mineOf(anybody), await mineOf(stranger)]).toEqual([null, null]);
	expect(await mineOf(await world.as(world.interns[0]!))).toBe('confirmed');

	const { id } = await stranger.must(enrol, { params: { id: world.cohort.id } });
	expect(await mineOf(stranger)).toBe('applied');
	await stranger.must(withdrawEnrolment, { params: { id } });
	expect([await mineOf(stranger), await mineOf(anybody)]).toEqual([null, null]);
});

test('R98: before an application is sent it is told what place in the waiting list it leads to, and afterwards too', async () => {
	const plan = { siteId: world.site.id, programmeVersionId: world.version, startsOn: '2027-02-01' };
	const full = await makeCohort(world.db, { ...plan, title: 'Занятый', capacity: 1 }, [world.tutor]);
	await makeIntern(world.db, full, await makePerson(world.db), world.tutor);
	const person = await makePerson(world.db);
	const reader = await world.as(person);
	const placeOf = async () => {
		const { cohorts } = await reader.must(getPublicProgramme, adhd);
		return cohorts.find(({ id }) => id === full.id)?.waitingPlace;
	};
	expect(await placeOf()).toBe(1);

	const before = await makeApplication(world.db, full, await makePerson(world.db));
	const leader = await world.as(world.leader);
	const body = { decision: 'confirm' as const, tutorId: null };
	await leader.must(decideEnrolment, { params: { id: before.id }, body });
	expect(await placeOf()).toBe(2);

	const { id } = await reader.must(enrol, { params: full });
	const [mine] = await reader.must(listMyEnrolments, {});
	expect(mine).toMatchObject({ id, state: 'applied', place: null, placeAhead: 2 });
	await leader.must(decideEnrolment, { params: { id }, body });
	const [waiting] = await reader.must(listMyEnrolments, {});
	expect(waiting).toMatchObject({ state: 'waiting', place: 2, placeAhead: null });
});

test('R98: a cohort tells its reader what else the reader studies in on these days, and tells nobody else', async () => {
	const plan = { siteId: world.site.id, programmeVersionId: world.version };
	const other = { ...plan, title: 'В те же дни', startsOn: '2027-02-26', endsOn: '2027-03-20' };
	const later = { ...plan, title: 'Позже', startsOn: '2027-02-27', endsOn: '2027-03-20' };
	for (const values of [other, later]) await makeCohort(world.db, values, [world.tutor]);
	const meanwhileOf = async (reader: typeof anybody, title: string) => {
		const { cohorts } = await reader.must(getPublicProgramme, adhd);
		return cohorts.find((cohort) => cohort.title === title)?.meanwhile.map((one) => one.title);
	};
	const intern = await world.as(world.interns[0]!);
	expect(await meanwhileOf(intern, 'В те же дни')).toEqual(['Поток 1']);
	expect(await meanwhileOf(intern, 'Позже')).toEqual([]);
	expect(await meanwhileOf(intern, 'Поток 1')).toEqual([]);
	expect(await meanwhileOf(await world.as(world.interns[1]!), 'В те же дни')).toEqual(['Поток 1']);
	expect(await meanwhileOf(await world.as(world.stranger), 'В те же дни')).toEqual([]);
	expect(await meanwhileOf(anybody, 'В те же дни')).toEqual([]);
});

import {
	answerHead,
	askHead,
	changeCohort,
	checkGroupList,
	decideEnrolment,
	enrol,
	enterGroup,
	enterHeadOnPaper,
	getAdmission,
	getCohort,
	invitePerson,
	openCohort,
	setAdmission,
	transferEnrolment,
	withdrawEnrolment
} from '@stazhirovka/contract/cohorts';
import { getPublicProgramme } from '@stazhirovka/contract/portal';
import { enrolments, outbox } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeCohort, makeIntern, type TestCohort } from '../../../testing/cohort.ts';
import { makePerson } from '../../../testing/person.ts';
import { createWorld } from '../../../testing/world.ts';
import { putLimits } from './limits-store.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);
const confirm = { decision: 'confirm' as const, tutorId: null };
const full = { refusal: { code: 'enrolment.school_full', problem: { details: { limit: 1 } } } };

/** A cohort that has not begun, with one seat for a school unless it is said otherwise. */
async function limited(capacity: number, limits = {}): Promise<TestCohort> {
	const plan = { siteId: world.site.id, programmeVersionId: world.version, startsOn: '2027-02-01' };
	const cohort = await makeCohort(db, { ...plan, capacity }, [world.tutor, world.otherTutor]);
	const all = { seatsPerSchool: 1, applyUntil: null, ...limits };
	await db.transaction((tx) => putLimits(tx, cohort.id, all));
	return cohort;
}
/** Somebody of a school, signed in; `null` comes from none. */
async function teacher(school: string | null = 'org-31') {
	const organisationId = school === null ? null : world.organisation(school).id;
	const person = await makePerson(db, { organisationId, position: 'учитель начальных классов' });
	return { person, visitor: await world.as(person) };
}
async function applied(cohort: TestCohort, school: string | null = 'org-31') {
	const one = await teacher(school);
	return { ...one, id: (await one.visitor.must(enrol, { params: cohort })).id };
}
const admit = async (id: string) =>
	(await leader.must(decideEnrolment, { params: { id }, body: confirm })).state;
const stateOf = async (id: string) =>
	(await db.select({ state: enrolments.state }).from(enrolments).where(eq(enrolments.id, id)))[0]?.state;

test('R98: a school that has its seats is refused at the application; another school and no school are not', async () => {
	const cohort = await limited(5);
	expect(await admit((await applied(cohort)).id)).toBe('confirmed');

	const late = await teacher();
	expect(await late.visitor.call(enrol, { params: cohort })).toMatchObject(full);
	const offered = async ({ visitor }: typeof late) => {
		const programme = await visitor.must(getPublicProgramme, { params: { key: 'adhd-lesson-12h' } });
		return programme.cohorts.find(({ id }) => id === cohort.id);
	};
	expect(await offered(late)).toMatchObject({ schoolFull: true, seatsPerSchool: 1, applyUntil: null });
	expect(await offered(await teacher('org-48'))).toMatchObject({ schoolFull: false, waitingPlace: null });
	expect(await admit((await applied(cohort, 'org-48')).id)).toBe('confirmed');
	for (const _ of [1, 2]) expect(await admit((await applied(cohort, null)).id)).toBe('confirmed');
});

test('R98: whoever has applied in time waits while the school has its seats, is passed by, and gets the next of them', async () => {
	const cohort = await limited(3);
	const [first, second, other] = [
		await applied(cohort),
		await applied(cohort),
		await applied(cohort, 'org-48')
	];
	expect([await admit(first.id), await admit(second.id), await admit(other.id)]).toEqual([
		'confirmed',
		'waiting',
		'confirmed'
	]);
	const { people, seats } = await leader.must(getAdmission, { params: cohort });
	expect(seats).toEqual({ taken: 2, held: 0, free: 1, waiting: 1 });
	expect(people.filter(({ schoolFull }) => schoolFull).map(({ id, place }) => [id, place])).toEqual([
		[second.id, 1]
	]);
	// The free seat is not the line's: it may be promised to somebody of another school.
	const guest = { email: 'guest@limits.example', surname: 'Гостева', givenName: 'Вера' };
	await leader.must(invitePerson, { params: cohort, body: { ...guest, heldUntil: '2027-01-25' } });

	await first.visitor.must(withdrawEnrolment, { params: { id: first.id } });
	expect(await stateOf(second.id)).toBe('confirmed');
});

test('R98: a limit that is lifted gives the seats to those who were passed by', async () => {
	const cohort = await limited(3);
	const [first, second] = [await applied(cohort), await applied(cohort)];
	await admit(first.id);
	expect(await admit(second.id)).toBe('waiting');
	const { title, startsOn, endsOn, capacity, revision } = await leader.must(getCohort, { params: cohort });
	const plan = { title, startsOn, endsOn, capacity, revision, tutorIds: [world.tutor.id], sessions: [] };
	await leader.must(changeCohort, { params: cohort, body: plan });
	expect(await stateOf(second.id)).toBe('confirmed');
});

test('R77, R98: the head cannot send one more than the school may, by the link or on paper, until a seat is free', async () => {
	const cohort = await limited(5);
	const settings = { capacity: 5, enrolmentOpen: true, asksHead: true, priorityGroups: [], revision: 1 };
	await leader.must(setAdmission, { params: cohort, body: settings });
	const [first, second] = [await applied(cohort), await applied(cohort)];
	const signed = { author: 'Директорова Анна Ивановна', position: 'директор' };
	const paper = { ...signed, paper: 'Письмо школы от 11.01.2027 № 7' };
	await leader.must(enterHeadOnPaper, { params: { id: first.id }, body: paper });
	await admit(first.id);

	const body = { email: 'head@limits.example' };
	await second.visitor.must(askHead, { params: { id: second.id }, body });
	const [letter] = await db.select().from(outbox).where(eq(outbox.to, body.email));
	const token = /\/h\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
	const anybody = await world.as(null);
	const conditions = ['works_here' as const, 'free_days' as const, 'tutoring' as const];
	const agree = { params: { token }, body: { agreed: true as const, ...signed, conditions } };
	expect(await anybody.call(answerHead, agree)).toMatchObject(full);
	expect(await leader.call(enterHeadOnPaper, { params: { id: second.id }, body: paper })).toMatchObject(full);
	expect(await stateOf(second.id)).toBe('awaiting_head');

	await first.visitor.must(withdrawEnrolment, { params: { id: first.id } });
	await anybody.must(answerHead, agree);
	expect(await admit(second.id)).toBe('confirmed');
	// Pressed again, it is told as said already, though the school has its seat again.
	expect(await anybody.call(answerHead, agree)).not.toMatchObject(full);
});

test('R98: the preview of a list names who finds no seat of the school, and the command enters the others alone', async () => {
	const cohort = await limited(9);
	await makeIntern(db, cohort, (await teacher('org-48')).person, world.tutor);
	await db
		.update(enrolments)
		.set({ organisationTitle: 'Школа № 448' })
		.where(eq(enrolments.cohortId, cohort.id));
	const rows = ['Школа № 331', 'школа «№ 331»', 'ШКОЛА № 448', ''].map((organisation, n) => ({
		...{ row: n + 2, surname: 'Списковая', givenName: 'Вера', patronymic: '', formulas: [] },
		...{ email: `row-${n}@limits.example`, position: 'учитель начальных классов', organisation }
	}));
	const preview = await leader.must(checkGroupList, { params: cohort, body: { rows } });
	expect(preview.faults.filter(({ severity }) => severity === 'error')).toEqual(
		[3, 4].map((row) => ({
			...{ row, column: 'organisation', code: 'group.school_full', severity: 'error', limit: 1 }
		}))
	);
	const body = { rows, skipFaulty: true, how: { kind: 'admit' as const } };
	const whole = { params: cohort, body: { ...body, skipFaulty: false } };
	expect(await leader.call(enterGroup, whole)).toMatchObject({ refusal: { code: 'group.faulty' } });
	expect(await leader.must(enterGroup, { params: cohort, body })).toMatchObject({ entered: 2, skipped: 2 });
});

test('R98: a seat of the school that is the line’s after the first day goes to nobody of the school beside it', async () => {
	const cohort = await limited(4, { seatsPerSchool: 2 });
	const [first, second, third] = [await applied(cohort), await applied(cohort), await applied(cohort)];
	for (const { id } of [first, second, third]) await admit(id);
	expect(await stateOf(third.id)).toBe('waiting');
	world.at('2027-02-10T07:00:00Z');
	await db.update(enrolments).set({ state: 'withdrawn' }).where(eq(enrolments.id, first.id));
	expect(await stateOf(third.id)).toBe('waiting');

	const elsewhere = await limited(4);
	const other = await makeIntern(db, elsewhere, (await teacher()).person, world.tutor);
	await db.update(enrolments).set({ organisationTitle: 'Школа № 331' }).where(eq(enrolments.id, other.id));
	const body = { cohortId: cohort.id, reason: 'Просьба стажёра о других днях' };
	const answer = await leader.call(transferEnrolment, { params: { id: other.id }, body });
	expect(answer).toMatchObject({ refusal: { code: 'enrolment.school_full' } });
	world.at('2027-01-18T07:00:00Z');
});

test('R98: of many who are admitted at the same moment no school has more seats than it may', async () => {
	const cohort = await limited(6, { seatsPerSchool: 2 });
	const schools = ['org-31', 'org-31', 'org-31', 'org-31', 'org-48', 'org-48', 'org-48', null];
	const ids: string[] = [];
	for (const school of schools) ids.push((await applied(cohort, school)).id);
	await Promise.all(ids.map(admit));
	const states = await Promise.all(ids.map(stateOf));
	const seatsOf = (...at: number[]) => at.filter((n) => states[n] === 'confirmed').length;
	expect([seatsOf(0, 1, 2, 3), seatsOf(4, 5, 6), seatsOf(7)]).toEqual([2, 2, 1]);
	expect(states.filter((state) => state === 'waiting')).toHaveLength(3);
});

test('R98: a transfer brings nobody past the limit of the other cohort', async () => {
	const [from, into] = [await limited(5), await limited(5)];
	await admit((await applied(into)).id);
	const { id } = await applied(from);
	await admit(id);
	const body = { cohortId: into.id, reason: 'Просит перевести на другие дни' };
	expect(await leader.call(transferEnrolment, { params: { id }, body })).toMatchObject(full);
});

test('R98: after the last day of applying nobody applies, and the site still brings people itself', async () => {
	const plan = { programmeVersionId: world.version, title: 'До пятницы', tutorIds: [world.tutor.id] };
	const days = { startsOn: '2027-02-01', endsOn: '2027-02-26', applyUntil: '2027-01-17' };
	const wrong = { ...plan, ...days, applyUntil: '2027-02-27', capacity: 5, sessions: [] };
	expect(await leader.call(openCohort, { body: wrong })).toMatchObject({
		refusal: { problem: { details: { faults: [{ code: 'cohort.apply_after_end', field: 'applyUntil' }] } } }
	});
	const cohort = await leader.must(openCohort, { body: { ...plan, ...days, capacity: 5, sessions: [] } });
	expect(cohort).toMatchObject({ applyUntil: '2027-01-17', seatsPerSchool: null });

	const { visitor } = await teacher();
	expect(await visitor.call(enrol, { params: cohort })).toMatchObject({
		refusal: { code: 'enrolment.apply_over', problem: { details: { limit: '2027-01-17' } } }
	});
	const { cohorts } = await visitor.must(getPublicProgramme, { params: { key: 'adhd-lesson-12h' } });
	expect(cohorts.find(({ id }) => id === cohort.id)).toMatchObject({ open: false, applyUntil: '2027-01-17' });
	const guest = { email: 'late@limits.example', surname: 'Гостева', givenName: 'Вера' };
	await leader.must(invitePerson, {
		params: { id: cohort.id },
		body: { ...guest, heldUntil: '2027-01-25', position: 'учитель начальных классов' }
	});
	expect((await leader.must(getAdmission, { params: { id: cohort.id } })).limits).toEqual({
		seatsPerSchool: null,
		applyUntil: '2027-01-17'
	});
});

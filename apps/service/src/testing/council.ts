import {
	addAgendaItem,
	beginExpertise,
	changeCouncilTerms,
	composeCouncil,
	declareConflict,
	getApplicationToReview,
	getCouncil,
	listCouncils,
	markMeetingAttendance,
	planMeeting,
	previewAssignment,
	recordVotes,
	releaseAssignment,
	submitApplicationReview,
	type Council,
	type Meeting
} from '@stazhirovka/contract/councils';
import { applications, organisations } from '@stazhirovka/db/schema';
import type { CouncilRole, Vote } from '@stazhirovka/domain/councils';
import { keeper, regulationOf } from './regulation.ts';
import { makePerson, type TestPerson } from './person.ts';
import type { World } from './world.ts';

export const ACT = {
	kind: 'приказ' as const,
	number: '7',
	signedOn: '2027-01-10',
	issuer: 'Институт развития образования',
	title: 'О составе экспертного совета'
};
const ROLES: CouncilRole[] = ['chair', 'deputy', 'secretary', 'member', 'member'];
const CRITERIA = [
	{ key: 'c1', title: 'Актуальность', weight: 1, levels: ['нет', 'частично', 'да'] },
	{ key: 'c2', title: 'Ресурсы', weight: 3, levels: ['нет', 'есть'] }
];

/** A published regulation, a council of five by it, and people who apply. */
export type CouncilWorld = Awaited<ReturnType<typeof openCouncil>>;

export async function openCouncil(world: World, key: string, changes: Record<string, unknown> = {}) {
	const { db } = world;
	const coordinator = await world.as(world.coordinator);
	const put = await keeper(coordinator).put(
		regulationOf(key, { short_title: `Положение ${key}`, ...changes })
	);
	const published = await keeper(coordinator).publish(put, '2027-01-01');
	if (!published.ok) throw new Error(published.refusal.code);

	const people: TestPerson[] = [];
	for (let n = 0; n < 5; n++) people.push(await makePerson(db, { surname: `Экспертова${'абвгд'[n]}` }));
	const applicant = await makePerson(db, { surname: 'Заявителева' });
	const regulations = await coordinator.must(listCouncils, {});
	const title = put.title;
	const regulationId = regulations.regulations.find((one) => one.title === title)?.id ?? '';
	const council = await coordinator.must(composeCouncil, {
		body: {
			regulationId,
			title: `Экспертный совет ${key}`,
			act: { ...ACT, number: key },
			members: people.map(({ email }, n) => ({ who: { email }, role: ROLES[n] ?? 'member' }))
		}
	});

	async function terms(own: Partial<Council['terms']> = {}) {
		const { revision, terms } = await coordinator.must(getCouncil, { params: { id: council.id } });
		const body = { ...terms, criteria: CRITERIA, ...own, revision };
		return coordinator.must(changeCouncilTerms, { params: { id: council.id }, body });
	}
	await terms();

	function person(n: number): TestPerson {
		return present(people[n]);
	}

	let made = 0;
	/** An application that has been found complete. */
	async function application(own: Partial<typeof applications.$inferInsert> = {}): Promise<string> {
		made += 1;
		const values = { title: `${key}-${made}`, shortTitle: `Школа ${key}-${made}`, kind: 'школа' };
		const [school] = await db.insert(organisations).values(values).returning();
		const [row] = await db
			.insert(applications)
			.values({
				regionId: world.region.id,
				regulationVersionId: put.id,
				organisationId: present(school).id,
				title: `Заявка ${key}-${made}`,
				theme: 'Тайная тема',
				state: 'complete',
				submittedAt: world.deps.now(),
				createdBy: applicant.id,
				...own
			})
			.returning();
		return present(row).id;
	}

	const params = { params: { id: council.id } };
	async function begin(...ids: string[]) {
		return coordinator.must(beginExpertise, { ...params, body: { applicationIds: ids } });
	}
	async function declare(n: number, id: string, reason?: string) {
		const body = reason ? { conflict: true, reason } : { conflict: false };
		return (await world.as(person(n))).call(declareConflict, { params: { id }, body });
	}
	async function release() {
		await coordinator.must(previewAssignment, { ...params, body: { seed: 1 } });
		return coordinator.must(releaseAssignment, params);
	}
	/** Submits the review of a reviewer with these levels. */
	async function review(n: number, id: string, levels: { c1: number; c2: number }, comment = COMMENT) {
		const visitor = await world.as(person(n));
		const { review } = await visitor.must(getApplicationToReview, { params: { id } });
		const body = { revision: review?.sheet.revision ?? 0, answer: { ...levels, comment } };
		return visitor.call(submitApplicationReview, { params: { id: review?.id ?? '' }, body });
	}
	async function plan(heldOn = '2027-01-18') {
		const body = { heldOn, beginsAt: '14:30', place: 'Актовый зал' };
		return coordinator.must(planMeeting, { ...params, body });
	}
	async function put_(meeting: Meeting, applicationId: string) {
		return coordinator.must(addAgendaItem, {
			params: { id: meeting.id },
			body: { kind: 'application', applicationId }
		});
	}
	async function attend(meeting: Meeting, ...numbers: number[]) {
		const body = { revision: meeting.revision, present: numbers.map((n) => person(n).id) };
		return coordinator.must(markMeetingAttendance, { params: { id: meeting.id }, body });
	}
	/** Letters of votes by member: f, a, 0. */
	async function vote(meeting: Meeting, itemId: string, letters: string, decision = 'Решение совета') {
		const words: Record<string, Vote> = { f: 'for', a: 'against', 0: 'abstain' };
		const votes = [...letters].flatMap((letter, n) => {
			const vote = words[letter];
			return vote ? [{ personId: person(n).id, vote }] : [];
		});
		const body = { revision: meeting.revision, votes, heard: 'Доклад', decision };
		return coordinator.must(recordVotes, { params: { id: itemId }, body });
	}

	return {
		...{ council, people, applicant, coordinator, params, versionId: put.id, regulationId },
		...{ terms, application, begin, declare, release, review, plan, put: put_, attend, vote },
		expert: (n: number) => world.as(person(n))
	};
}

export const COMMENT = 'Всё обосновано, ресурсы подтверждены.';

function present<T>(thing: T | undefined): T {
	if (thing === undefined) throw new Error('The world has no such thing');
	return thing;
}

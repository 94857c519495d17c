import { issueCertificate } from '@stazhirovka/contract/certificates';
import { getPath } from '@stazhirovka/contract/cohorts';
import { getDeficitCard } from '@stazhirovka/contract/diagnostics';
import {
	announceResults,
	getBoard,
	inviteAdministration,
	listMyReviews,
	moderateWork,
	proposeAllocation,
	releaseProposal
} from '@stazhirovka/contract/final-works';
import { answerSurvey, getSurvey } from '@stazhirovka/contract/surveys';
import { decideSubmission, getTutorQueue } from '@stazhirovka/contract/tasks';
import * as crowd from '../acts/crowd.ts';
import { assemble } from '../acts/opening.ts';
import * as walking from '../acts/walking.ts';
import { wholeAnswer } from '../answers.ts';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import * as golden from '../golden.ts';
import { also, heavy, lookAt, main } from '../looking.ts';
import { PEOPLE, type InternKey } from '../people.ts';
import { World } from '../world.ts';

/* What an intern, the tutor and the leader see at every stage of the path; the steps between go through the API. */
test.describe.configure({ mode: 'serial' });

const world = new World('Поток осмотра');
const NAMED: InternKey[] = ['t-1', 't-3'];
/** Colleagues whom nobody of the demonstration has reviewed in another cohort. */
let guests: crowd.Guest[] = [];
const my = (place: string) => `/my/${world.enrolment('t-1')}/${place}`;
const ofIntern = (place: string) => `/tutor/interns/${world.enrolment('t-1')}${place}`;
const walkOf = async (api: (person: InternKey | 'tutor') => Promise<Api>, person: InternKey) => {
	return { intern: await api(person), tutor: await api('tutor'), id: world.enrolment(person) };
};

/** Everybody of the cohort. */
const walks = async (api: (person: InternKey | 'tutor') => Promise<Api>) => {
	const tutor = await api('tutor');
	const named = await Promise.all(NAMED.map((person) => walkOf(api, person)));
	return [...named, ...guests.map((guest) => crowd.walkOf(guest, tutor))];
};

test('before and after the diagnosis', async ({ as, api, baseURL }) => {
	guests = await crowd.register(baseURL ?? '', await api('coordinator'), [1, 1, 1]);
	const people = [...(await Promise.all(NAMED.map(api))), ...guests.map((guest) => guest.api)];
	const { id, enrolments } = await assemble(await api('leader'), world.title, people);
	world.cohortId = id;
	for (const person of NAMED) world.place(person, found(enrolments.get(PEOPLE[person])));
	for (const guest of guests) guest.enrolment = found(enrolments.get(guest.fullName));
	for (const one of await walks(api)) await walking.holdFirstDay(one);
	const walk = await walkOf(api, 't-1');
	await walking.diagnose(walk, golden.answersOf('t-1'));

	const [page, tutor] = [await as('t-1'), await as('tutor')];
	const activities = ['m1a1', 'm1a3', 'm1a4', 'm1a5', 'm1a6'].map((key) => also(my(`activities/${key}`)));
	const cards = [
		main(my('forms/blank_plan')),
		also(my('forms/competence_analysis_card?occasion=V02')),
		also(my('forms/blank_plan/print')),
		main(my('group-forms/correlation_card')),
		also(my('forms/route_form'))
	];
	const figures = await lookAt(page, [
		...activities,
		...cards,
		main(my('deficit-card')),
		also(my('diagnosis'))
	]);
	expect(heavy(figures)).toEqual([]);
	await lookAt(tutor, [
		main(ofIntern('/deficit-card')),
		also(`/tutor/cohorts/${world.cohortId}/forms/correlation_card`),
		main(`/tutor/cohorts/${world.cohortId}/run-sheet`)
	]);
});

test('the route and its tasks', async ({ as, api }) => {
	const walk = await walkOf(api, 't-1');
	const [page, tutor] = [await as('t-1'), await as('tutor')];
	await walking.agree(walk);
	const { rows } = await walk.intern.must(getDeficitCard, { params: { id: walk.id } });
	expect(rows).toHaveLength(8);
	const open = [
		main(my('learning-route')),
		main(my('tasks/T01')),
		also(my('tasks/T04')),
		also(my('effectiveness-card'))
	];
	const figures = await lookAt(page, open);

	await walking.send(walk, 'T01');
	const queue = await walk.tutor.must(getTutorQueue, {});
	const { id } = found(queue.find(({ kind, cohort }) => kind === 'submission' && cohort === world.title));
	await lookAt(tutor, [
		main('/tutor'),
		main(`/tutor/submissions/${id}`),
		also(ofIntern('/learning-route')),
		main(ofIntern(''))
	]);
	figures.push(...(await lookAt(page, [also(my('tasks/T01'))])));

	const body = { version: 1, decision: 'returned', remark: 'Добавьте, что было до эпизода.' } as const;
	await walk.tutor.must(decideSubmission, { params: { id }, body });
	figures.push(...(await lookAt(page, [main(my('tasks/T01'))])));
	await walking.send(walk, 'T01');
	await lookAt(tutor, [main(`/tutor/submissions/${id}`)]);
	await walk.tutor.must(decideSubmission, { params: { id }, body: { version: 2, decision: 'accepted' } });
	figures.push(...(await lookAt(page, [also(my('tasks/T01')), main(my('effectiveness-card'))])));
	expect(heavy(figures)).toEqual([]);
});

test('the final work, the forum and the reviews', async ({ as, api }) => {
	const [page, tutor] = [await as('t-1'), await as('tutor')];
	for (const walk of await walks(api)) {
		const isFirst = walk.id === world.enrolment('t-1');
		if (!isFirst) await walking.diagnose(walk, golden.answersOf('t-2'));
		if (!isFirst) await walking.agree(walk);
		await walking.sendAll(walk);
		await walking.postCard(walk, golden.measuredBy('t-1'));
	}
	await walking.acceptAll(await api('tutor'), world.title);
	const { groupRoomId } = await (await api('t-1')).must(getPath, { params: { id: world.enrolment('t-1') } });
	const board = `/tutor/cohorts/${world.cohortId}/board`;
	const figures = await lookAt(page, [
		main(my('effectiveness-card')),
		main(`/chat/${groupRoomId}`),
		also(my('forum')),
		also(my('reviews')),
		main(my('final-work'))
	]);

	for (const walk of await walks(api)) await walking.publish(walk);
	await lookAt(tutor, [main(board)]);
	const params = { id: world.cohortId };
	const leading = await api('tutor');
	const proposal = await leading.must(proposeAllocation, { params, body: {} });
	await leading.must(releaseProposal, { params: proposal });
	const { works } = await leading.must(getBoard, { params });
	const [review] = await (await api('t-1')).must(listMyReviews, { params: { id: world.enrolment('t-1') } });
	const work = found(works.find(({ author }) => author.fullName === PEOPLE['t-1']));
	figures.push(
		...(await lookAt(page, [
			main(my('forum')),
			also(my('final-work')),
			main(my('reviews')),
			main(my(`reviews/${found(review).id}`)),
			main(`/works/${work.id}`)
		]))
	);
	await lookAt(tutor, [main(board), main(`/works/${work.id}`)]);
	expect(heavy(figures)).toEqual([]);
});

test('the results, the word of the administration, the survey and the document', async ({
	as,
	api,
	stranger
}) => {
	const [page, tutor, leader] = [await as('t-1'), await as('tutor'), await as('leader')];
	const [desk, params] = [await api('tutor'), { id: world.cohortId }];
	for (const walk of await walks(api))
		await walking.reviewAll(walk, (author) => (author.startsWith('Лысоконь') ? 0 : 2));
	const board = `/tutor/cohorts/${world.cohortId}/board`;
	await lookAt(tutor, [main(board)]);
	for (const { id, awaitsDecision } of (await desk.must(getBoard, { params })).works)
		if (awaitsDecision)
			await desk.must(moderateWork, { params: { id }, body: { passed: false, reason: 'Добавьте замеры.' } });
	await desk.must(announceResults, { params });
	const invited = await (
		await api('t-3')
	).must(inviteAdministration, { params: { id: world.enrolment('t-3') } });
	await lookAt(await stranger(), [main(invited.path)]);
	await lookAt(await as('t-3'), [main(`/my/${world.enrolment('t-3')}/final-work`)]);
	const figures = await lookAt(page, [main(my('final-work')), main(my('survey')), main(my('certificate'))]);

	for (const { intern, id } of await walks(api)) {
		const { definition } = await intern.must(getSurvey, { params: { id } });
		await intern.must(answerSurvey, { params: { id }, body: { answer: wholeAnswer(definition) } });
	}
	const enrolment = { id: world.enrolment('t-1') };
	const { checkPath } = await (await api('leader')).must(issueCertificate, { params: enrolment });
	figures.push(...(await lookAt(page, [also(my('survey')), main(my('certificate')), main(my(''))])));
	expect(heavy(figures)).toEqual([]);
	await lookAt(await stranger(), [main(checkPath)]);
	const cohort = `/leader/cohorts/${world.cohortId}`;
	await lookAt(leader, [
		main(cohort),
		main(`${cohort}/certificates`),
		main(`${cohort}/survey`),
		also('/leader')
	]);
	await lookAt(tutor, [also(board), also('/tutor'), also('/chat')]);
});

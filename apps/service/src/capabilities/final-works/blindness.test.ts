import { addExample } from '@stazhirovka/contract/calibration';
import {
	announceResults,
	getFinalWork,
	getReview,
	listForum,
	proposeAllocation
} from '@stazhirovka/contract/final-works';
import { openPresentations, takePresentation } from '@stazhirovka/contract/results';
import { describeFiles } from '@stazhirovka/contract/files';
import { organisations, outbox, people, reviews } from '@stazhirovka/db/schema';
import { aliasOf } from '@stazhirovka/domain/final-works';
import { eq } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeDrafts } from '../../testing/drafts.ts';
import { placesOf } from '../../testing/expertise-places.ts';
import { Expertise } from '../../testing/expertise.ts';
import { openGroup, type Group } from '../../testing/group.ts';
import type { LiveClient } from '../../testing/live-client.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { tellingPdf, tellingPhotograph, tellingWord } from '../../testing/telling-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';
import { walk, type Seen } from '../../testing/walking.ts';

const AUTHOR = 1;
const REVIEWER = 2;
const OF_AUTHOR = canaries('Avtorova');
const OF_REVIEWER = canaries('Retsenzentova');

/** Where people are named as the people of a group and schools as all schools, with no word of any work. */
const OF_GROUP = [
	/^\/api\/organisation-choices(\?.*)?$/,
	/^\/api\/rooms\/[^/]+(\?.*)?$/,
	/^\/api\/rooms\/[^/]+\/(messages|events|members|export)/
];

let group: Group;
let expertise: Expertise;
let socket: LiveClient;
let ids: { work: string; review: string; files: string[] };

beforeAll(async () => {
	group = await openGroup({ now: '2027-02-10T09:00:00Z', change: blind });
	await plant(AUTHOR, OF_AUTHOR);
	await plant(REVIEWER, OF_REVIEWER);
	expertise = new Expertise(group);
	socket = await group.live(expertise.person(REVIEWER));
	for (const n of [AUTHOR, REVIEWER, 3, 4]) await expertise.prepare(n);

	const { kept } = uploadsOf(() => group);
	const place = `enrolmentId=${expertise.enrolment(AUTHOR)}`;
	const bytes = {
		jpg: await tellingPhotograph(OF_AUTHOR[0]!),
		pdf: await tellingPdf(OF_AUTHOR[0]!),
		docx: await tellingWord(OF_AUTHOR[0]!),
		mp4: SAMPLES.mp4!
	};
	const files: string[] = [];
	for (const [extension, content] of Object.entries(bytes)) {
		const name = `${OF_AUTHOR[0]} сценарий.${extension}`;
		files.push((await kept(expertise.person(AUTHOR), place, name, content)).id);
	}
	await exchangeDrafts(expertise, [AUTHOR, REVIEWER], { evidence_files: files });
	await expertise.publish(AUTHOR, { evidence_files: files });
	for (const n of [REVIEWER, 3, 4]) await expertise.publish(n);
	await expertise.give([
		{ author: AUTHOR, reviewers: [REVIEWER, 3] },
		{ author: REVIEWER, reviewers: [3, 4] },
		{ author: 3, reviewers: [AUTHOR, 4] },
		{ author: 4, reviewers: [AUTHOR, REVIEWER] }
	]);
	const [review] = await expertise.reviewsOf(AUTHOR);
	await expertise.review(review!, {});
	ids = { work: await expertise.workId(AUTHOR), review: review!.id, files };
	await openTheRest();
});
afterAll(async () => {
	await socket.leave();
	await group.close();
});

/** A proposal, an example in draft, and a time at which the author shows the work. */
async function openTheRest(): Promise<void> {
	const params = { id: group.cohort.id };
	const tutor = await group.as(group.tutor);
	await tutor.must(proposeAllocation, { params, body: {} });
	await tutor.must(addExample, { params });
	const body = { day: '2027-02-25', time: '13:00', minutes: 15, count: 2, venue: 'Актовый зал' };
	const { slots } = await tutor.must(openPresentations, { params, body });
	await (await group.as(expertise.person(AUTHOR))).must(takePresentation, { params: { id: slots[0]!.id } });
}

/** The programme, as one that hides its authors. */
function blind(file: unknown): unknown {
	const programme = file as { rubric: { process: { anonymity?: object } } };
	programme.rubric.process.anonymity = {
		author_visible_to_reviewers: false,
		reviewer_visible_to_author: 'after_announcement'
	};
	return programme;
}

function canaries(word: string): string[] {
	return ['surname', 'given', 'patronymic', 'login', 'school'].map((part) => `${word}-${part}`);
}

async function plant(n: number, [surname, givenName, patronymic, login, school]: string[]) {
	const person = group.interns[n - 1]!;
	const organisation = {
		kind: 'school' as const,
		title: school!,
		shortTitle: school!,
		regionId: group.region.id
	};
	const [own] = await group.db.insert(organisations).values(organisation).returning();
	const email = `${login!.toLowerCase()}@test.example`;
	const changed = { surname, givenName, patronymic, email, organisationId: own!.id };
	await group.db.update(people).set(changed).where(eq(people.id, person.id));
}

function tells({ said }: Pick<Seen, 'said'>, words: string[]): boolean {
	const small = said.toLowerCase();
	return words.some((word) => small.includes(word.toLowerCase()));
}

const ofGroup = ({ url }: Seen) => OF_GROUP.some((pattern) => pattern.test(url));

test.each([
	['the reviewer never meets the author', REVIEWER, OF_AUTHOR],
	['the author never meets the reviewer', AUTHOR, OF_REVIEWER]
])(
	'R16 blindness: in every answer that the service can give before the results, %s',
	{ timeout: 180_000 },
	async (_, who, words) => {
		const visitor = await group.as(expertise.person(who));
		const {
			in: inPlace,
			query,
			asked
		} = await placesOf(expertise, ids, {
			interns: [AUTHOR, REVIEWER],
			words: [...OF_AUTHOR, ...OF_REVIEWER]
		});
		const seen = await walk(visitor, inPlace, query);
		const answered = seen.filter(({ status }) => status === 200);
		expect(seen.length).toBeGreaterThan(1_000);
		expect(answered.length).toBeGreaterThanOrEqual(200);
		expect(asked.filter((url) => !seen.some((one) => one.url === `/api${url}`))).toEqual([]);

		const telling = seen.filter((one) => tells(one, words));
		expect(telling.filter((one) => !ofGroup(one)).map(({ url }) => url)).toEqual([]);
		expect(telling.filter(({ said }) => said.includes(ids.work)).map(({ url }) => url)).toEqual([]);
	}
);

test('R16 blindness: frames and letters do not name the author to a reviewer', async () => {
	expect(socket.frames.length).toBeGreaterThan(3);
	const frames = socket.frames.filter((frame) => tells({ said: JSON.stringify(frame) }, OF_AUTHOR));
	expect(frames.filter((frame) => JSON.stringify(frame).includes(ids.work))).toEqual([]);
	const { email } = await group.db
		.select({ email: people.email })
		.from(people)
		.where(eq(people.id, expertise.person(REVIEWER).id))
		.then(([row]) => row!);
	const letters = await group.db.select().from(outbox).where(eq(outbox.to, email));
	expect(letters.filter(({ text, subject }) => tells({ said: subject + text }, OF_AUTHOR))).toEqual([]);
});

test('R16 blindness: files have names that say nothing, no film is shown, and the author and the tutor keep theirs', async () => {
	const reviewer = await group.as(expertise.person(REVIEWER));
	const querystring = { ids: ids.files.join(',') };
	const described = await reviewer.must(describeFiles, { querystring });
	expect(described.map(({ name, withheld }) => [name, withheld])).toEqual([
		['Файл 1.jpg', undefined],
		['Файл 2.pdf', undefined],
		['Файл 3.docx', undefined],
		['Файл 4.mp4', true]
	]);
	const bytes = await Promise.all(ids.files.map((id) => reviewer.inject({ url: `/api/files/${id}` })));
	expect(bytes.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 409]);
	const parts = Object.values(unzipSync(bytes[2]!.rawPayload)).map((part) => Buffer.from(part).toString());
	expect(tells({ said: parts.join() }, OF_AUTHOR)).toBe(false);

	for (const person of [expertise.person(AUTHOR), group.tutor]) {
		const own = await (await group.as(person)).must(describeFiles, { querystring });
		expect(own.map(({ name }) => name)).toEqual(
			['jpg', 'pdf', 'docx', 'mp4'].map((kind) => `${OF_AUTHOR[0]} сценарий.${kind}`)
		);
	}
});

test('R16 blindness: somebody of the reserve opens clean copies of the files of the work that is theirs to review', async () => {
	const querystring = { ids: ids.files.join(',') };
	const guest = await group.as(group.stranger);
	expect(await guest.must(describeFiles, { querystring })).toEqual([]);
	const { id } = await expertise.giveToReserve(AUTHOR, group.stranger);
	expect((await guest.must(describeFiles, { querystring })).map(({ name }) => name)).toEqual(
		['jpg', 'pdf', 'docx', 'mp4'].map((kind, n) => `Файл ${n + 1}.${kind}`)
	);
	const [photograph] = await Promise.all(
		ids.files.map((file) => guest.inject({ url: `/api/files/${file}` }))
	);
	expect(photograph?.statusCode).toBe(200);
	expect(tells({ said: photograph!.rawPayload.toString('latin1') }, OF_AUTHOR)).toBe(false);
	await group.db.delete(reviews).where(eq(reviews.id, id));
});

test('R115 blindness: a work has one alias wherever its author is hidden, and no discussion under names', async () => {
	const reviewer = await group.as(expertise.person(REVIEWER));
	const alias = `Работа ${aliasOf(ids.work)}`;
	const forum = await reviewer.must(listForum, { params: { id: group.cohort.id } });
	const read = await reviewer.must(getFinalWork, { params: { id: ids.work } });
	const review = await reviewer.must(getReview, { params: { id: ids.review } });

	expect(forum.find(({ id }) => id === ids.work)?.author).toBe(alias);
	expect([read.author, read.blind, read.workRoomId, read.can.discuss]).toEqual([alias, true, null, false]);
	expect(review.work.author).toBe(alias);
});

test('R114 with the results authors are named and the discussion of every work is opened', async () => {
	for (const n of [AUTHOR, REVIEWER, 3, 4])
		for (const review of await expertise.reviewsOf(n)) if (!review.sentAt) await expertise.review(review, {});
	await (await group.as(group.tutor)).must(announceResults, { params: { id: group.cohort.id } });

	const reviewer = await group.as(expertise.person(REVIEWER));
	const read = await reviewer.must(getFinalWork, { params: { id: ids.work } });
	expect([read.author.includes(OF_AUTHOR[0]!), read.blind, read.can.discuss]).toEqual([true, false, true]);
	const names = await reviewer.must(describeFiles, { querystring: { ids: ids.files.join(',') } });
	expect(names.map(({ name }) => name.startsWith(OF_AUTHOR[0]!))).toEqual([true, true, true, true]);
});

import * as chat from '@stazhirovka/contract/chat';
import {
	finalWorks,
	finalWorkVersions,
	formAnswers,
	formDefinitions,
	submissions,
	submissionVersions
} from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { talkIn } from '../../testing/chat.ts';
import { openGroup, type Group } from '../../testing/group.ts';
import type { TestPerson } from '../../testing/person.ts';
import { SAMPLES } from '../../testing/sample-files.ts';
import { uploadsOf } from '../../testing/uploads.ts';

let group: Group;
let intern: TestPerson;
let enrolmentId: string;

beforeAll(async () => {
	group = await openGroup();
	intern = group.interns[0]!;
	enrolmentId = group.threads[0]!.enrolment.id;
});
afterAll(() => group.close());

const { upload, kept, download, mayRead } = uploadsOf(() => group);

/** An answer in which the file hangs. */
function naming(id: string) {
	return { evidence: [id] } as never;
}

/** A sheet of the intern that names the file and is not handed in; answers with its id. */
async function draftNaming(id: string, key: string): Promise<string> {
	const { db, cohort } = group;
	const [definition] = await db.select().from(formDefinitions).where(eq(formDefinitions.key, key));
	const draft = { definitionId: definition!.id, cohortId: cohort.id, enrolmentId, savedBy: intern.id };
	const [sheet] = await db
		.insert(formAnswers)
		.values({ ...draft, answer: naming(id) })
		.returning();
	return sheet!.id;
}

test('R167 a file of a draft is the intern’s alone; handed in, it opens to the intern’s tutor and to nobody else', async () => {
	const { db, tutor, otherTutor, interns, leader, stranger } = group;
	const { id } = await kept(intern, `enrolmentId=${enrolmentId}`, 'моё.pdf', SAMPLES.pdf!);
	const others = [otherTutor, interns[1]!, leader, stranger];
	const sheet = await draftNaming(id, 'effectiveness_card');

	expect(await mayRead(id, [intern, tutor, ...others])).toEqual([200, 404, 404, 404, 404, 404]);
	await db.update(formAnswers).set({ submittedAt: group.deps.now() }).where(eq(formAnswers.id, sheet));
	expect(await mayRead(id, [intern, tutor, ...others])).toEqual([200, 200, 404, 404, 404, 404]);
	expect((await download(stranger, id)).body).toBe((await download(stranger, randomUUID())).body);
	expect((await download(null, id)).statusCode).toBe(401);
	for (const person of others) {
		const place = `enrolmentId=${enrolmentId}`;
		expect((await upload(person, place, 'чужое.pdf', SAMPLES.pdf!)).status).toBe(404);
	}
});

test('R102 a task that was given back keeps what was sent open to the tutor, and hides what is being added', async () => {
	const { db, tutor } = group;
	const sent = await kept(intern, `enrolmentId=${enrolmentId}`, 'отправлено.pdf', SAMPLES.pdf!);
	const added = await kept(intern, `enrolmentId=${enrolmentId}`, 'добавлено.pdf', SAMPLES.pdf!);
	const sentAt = group.deps.now();
	const task = { enrolmentId, taskKey: 'T01', state: 'returned' as const, sentAt };
	const [row] = await db.insert(submissions).values(task).returning();
	const version = { submissionId: row!.id, number: 1, sentAt };
	await db.insert(submissionVersions).values({ ...version, answer: naming(sent.id) });
	await draftNaming(added.id, 'task:T01');

	expect(await mayRead(sent.id, [intern, tutor])).toEqual([200, 200]);
	expect(await mayRead(added.id, [intern, tutor])).toEqual([200, 404]);
});

test('R114 the files that a published work names open to the cohort and its leader, those of others that it names do not', async () => {
	const { db, cohort, tutor, otherTutor, leader, otherLeader, interns, stranger } = group;
	const { enrolment, intern: author } = group.threads[3]!;
	const place = `enrolmentId=${enrolment.id}`;
	const named = await kept(author, place, 'приложение.pdf', SAMPLES.pdf!);
	const unnamed = await kept(author, place, 'черновик.pdf', SAMPLES.pdf!);
	const foreign = await kept(intern, `enrolmentId=${enrolmentId}`, 'чужое.pdf', SAMPLES.pdf!);

	const publishedAt = group.deps.now();
	const work = {
		enrolmentId: enrolment.id,
		cohortId: cohort.id,
		title: 'Работа',
		state: 'published' as const,
		publishedAt
	};
	const [row] = await db.insert(finalWorks).values(work).returning();
	const answer = { attachments: [named.id, foreign.id], text: unnamed.name } as never;
	await db.insert(finalWorkVersions).values({ finalWorkId: row!.id, number: 1, answer, publishedAt });

	const readers = [author, tutor, otherTutor, interns[1]!, leader];
	const others = [otherLeader, stranger];
	expect(await mayRead(named.id, [...readers, ...others])).toEqual([200, 200, 200, 200, 200, 404, 404]);
	expect(await mayRead(unnamed.id, [...readers, ...others])).toEqual([200, 404, 404, 404, 404, 404, 404]);
	expect(await mayRead(foreign.id, [author, interns[1]!, leader])).toEqual([404, 404, 404]);
});

test.each([
	['removed by its author', 'remove'],
	['hidden by a moderator', 'hide']
] as const)(
	'R105 the file of a message that was %s is there for nobody but the tutor who reads the history',
	async (_, how) => {
		const { tutor, groupRoomId, interns, stranger } = group;
		const talk = talkIn(groupRoomId);
		const [author, moderator] = [await group.as(intern), await group.as(tutor)];
		const { id } = await kept(intern, `roomId=${groupRoomId}`, 'не для всех.pdf', SAMPLES.pdf!);
		const readers = [intern, tutor, interns[1]!, stranger];
		expect(await mayRead(id, readers)).toEqual([200, 404, 404, 404]);

		const seq = await talk.say(author, 'Смотрите', { fileIds: [id] });
		const twice = await talk.say(author, 'И ещё раз', { fileIds: [id] });
		expect(await mayRead(id, readers)).toEqual([200, 200, 200, 404]);
		const take = (message: number) =>
			how === 'remove'
				? talk.done(author, { do: 'remove', message })
				: talk.done(moderator, { do: 'hide', message, reason: 'личное' });
		await take(seq);
		expect(await mayRead(id, readers)).toEqual([200, 200, 200, 404]);
		await take(twice);

		expect(await mayRead(id, readers)).toEqual([404, 200, 404, 404]);
		expect((await download(intern, id)).body).toBe((await download(intern, randomUUID())).body);
		const history = await moderator.must(chat.listMessageHistory, { params: { id: groupRoomId, seq } });
		expect(history.map(({ what, files }) => [what, files.map((file) => file.id)])).toEqual([
			['posted', []],
			['removed', [id]]
		]);
	}
);

import * as chat from '@stazhirovka/contract/chat';
import { getSubmission, getTask } from '@stazhirovka/contract/tasks';
import { submissions } from '@stazhirovka/db/schema';
import { applyAll } from '@stazhirovka/domain/chat';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { stateOf, talkIn } from '../../testing/chat.ts';
import { answersOf, newLearner, type Learner } from '../../testing/learner.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let learner: Learner;
let submissionId: string;
let talk: ReturnType<typeof talkIn>;

beforeAll(async () => {
	world = await createWorld();
	learner = await newLearner(world);
	await learner.agree(answersOf('t-1'));
	const { privateRoomId } = await learner.send('T01');
	talk = talkIn(privateRoomId!);
	const [row] = await world.db
		.select()
		.from(submissions)
		.where(eq(submissions.enrolmentId, learner.enrolmentId));
	submissionId = row!.id;
	return world.close;
});

const remark = (message: number, version = 1, id = submissionId) =>
	({ do: 'remark', message, submissionId: id, version }) as const;

test('R106 what the tutor said in the room becomes a remark on the version, and each leads to the other', async () => {
	const { intern, tutor } = learner;
	const before = await talk.open(intern);
	const subject = { kind: 'submission' as const, id: submissionId, version: 1 };
	const seq = await talk.say(tutor, 'Третьего наблюдения нет', { subject });
	const clientId = randomUUID();
	const first = await talk.act(tutor, remark(seq), clientId);
	const again = await talk.act(tutor, remark(seq), clientId);

	expect([first.ok, again]).toEqual([true, first]);
	const { roomId } = (first as { value: { roomId: string } }).value;
	const said = { text: 'Третьего наблюдения нет', author: { id: world.tutor.id }, roomId, message: seq };
	const seen = await intern.must(getTask, { params: { ...learner.params, key: 'T01' } });
	expect(seen.versions[0]?.remarks).toMatchObject([said]);
	const checked = await tutor.must(getSubmission, { params: { id: submissionId } });
	expect(checked.versions[0]?.remarks).toEqual(seen.versions[0]?.remarks);
	expect(await talk.message(intern, seq)).toMatchObject({
		subject: { ...subject, title: 'Дневник трёх наблюдений' },
		remarks: [{ submissionId, version: 1, title: 'Дневник трёх наблюдений' }]
	});

	const { events } = await talk.events(intern, before.seq);
	const after = await talk.open(intern);
	expect(applyAll(stateOf(before), events)).toEqual(stateOf(after));
	expect((await recorded(world.db, 'task', [submissionId])).at(-1)).toMatchObject({ kind: 'task.remarked' });
	const place = async (who: Learner['intern']) => {
		const params = { id: roomId, kind: 'submission' as const, key: `${submissionId}.1` };
		return (await who.must(chat.findSubject, { params })).place;
	};
	expect([await place(intern), await place(tutor)]).toEqual([
		`/my/${learner.enrolmentId}/tasks/T01`,
		`/tutor/submissions/${submissionId}`
	]);
});

test('a remark is the tutor’s own words about a version that was sent, once', async () => {
	const { intern, tutor } = learner;
	const own = await talk.say(tutor, 'Второе замечание');
	const alien = await talk.say(intern, 'Исправлю');
	await talk.done(tutor, remark(own));

	expect(await talk.act(tutor, remark(own))).toEqual(refused(409, 'action.no_change'));
	expect(await talk.act(tutor, remark(alien))).toEqual(refused(409, 'message.not_yours'));
	expect(await talk.act(intern, remark(alien))).toEqual(refused(409, 'room.not_moderator'));
	expect(await talk.act(tutor, remark(own, 2))).toEqual(refused(404, 'submission.missing'));
	expect(await talk.act(tutor, remark(own, 1, randomUUID()))).toEqual(refused(404, 'submission.missing'));
	const { versions } = await tutor.must(getSubmission, { params: { id: submissionId } });
	expect(versions[0]?.remarks.map(({ text }) => text)).toContain('Второе замечание');
	expect(versions[0]?.remarks.filter(({ message }) => message === own)).toHaveLength(1);
});

import { listMessages } from '@stazhirovka/contract/chat';
import * as contract from '@stazhirovka/contract/tasks';
import { effectivenessCards } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { wholeAnswer } from '../../testing/answer.ts';
import { answersOf, newLearner, type Learner } from '../../testing/learner.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;

beforeAll(async () => {
	world = await createWorld();
	return world.close;
});

async function ready(): Promise<Learner> {
	const learner = await newLearner(world);
	await learner.agree(answersOf('t-1'));
	await learner.send('T01');
	return learner;
}

function read(learner: Learner) {
	return learner.intern.must(contract.getEffectivenessCard, { params: learner.params });
}

async function post(learner: Learner, own: Record<string, unknown> = {}, confirmedPrivacy = false) {
	const { sheet } = await read(learner);
	const measured = {
		baseline: [6, 7, 5],
		after: [9, 8, 10],
		better_is: 'растёт',
		indicator: 'минут до отвлечения'
	};
	const answer = wholeAnswer(sheet.definition, { ...measured, ...own } as never) as never;
	const body = { revision: 0, answer, confirmedPrivacy };
	return learner.intern.call(contract.postEffectivenessCard, { params: learner.params, body });
}

async function cardsInGroup(learner: Learner) {
	const { groupRoomId } = await read(learner);
	const { messages } = await learner.intern.must(listMessages, {
		params: { id: groupRoomId! },
		querystring: {}
	});
	return messages;
}

test('R103 R107 the card opens once a task with a try-out was sent', async () => {
	const learner = await newLearner(world);
	expect(await read(learner)).toMatchObject({
		reason: { code: 'effectiveness_card.route_not_agreed' },
		can: { post: false }
	});
	expect(await post(learner)).toEqual(refused(409, 'effectiveness_card.route_not_agreed'));

	await learner.agree(answersOf('t-1'));
	expect(await read(learner)).toMatchObject({
		reason: { code: 'effectiveness_card.no_tryout_sent' },
		can: { post: false }
	});
	expect(await post(learner)).toEqual(refused(409, 'effectiveness_card.no_tryout_sent'));

	await learner.send('T01');
	expect(await read(learner)).toMatchObject({
		reason: null,
		figures: null,
		postedAt: null,
		can: { post: true }
	});
});

test('R107 R108 the posted card has its figures and stands in the group chat', async () => {
	const learner = await ready();

	const posted = await post(learner);

	expect(posted).toMatchObject({
		ok: true,
		value: {
			figures: {
				baselineMean: 6,
				afterMean: 9,
				changePercent: 50,
				difference: null,
				verdict: 'заметное улучшение'
			},
			postedAt: '2027-01-18T07:00:00.000Z',
			reason: null,
			sheet: {
				answer: { baseline_mean: 6, after_mean: 9, change_percent: 50, verdict: 'заметное улучшение' },
				can: { save: false, submit: false }
			},
			can: { post: false }
		}
	});
	const [row] = await world.db
		.select()
		.from(effectivenessCards)
		.where(eq(effectivenessCards.enrolmentId, learner.enrolmentId));
	const message = (await cardsInGroup(learner)).find(({ clientId }) => clientId === row!.id);
	expect(message).toMatchObject({
		author: { fullName: 'Новикова Дарья' },
		text: '',
		at: '2027-01-18T07:00:00.000Z'
	});
	expect(message!.card!.title).toBe(
		'Карта оценки результативности использования упражнений для развития дефицитарных функций'
	);
	expect(message!.card!.lines).toEqual([
		'Обозначение ребёнка (без имени): Ученик А',
		'Класс: 1',
		'Дефицитарная функция: Произвольное внимание: концентрация и удержание',
		expect.stringMatching(/^Приём или упражнение: /),
		'Ситуация применения: урок, этап: по три минуты',
		'Показатель, который измеряем (один): минут до отвлечения',
		'Как измеряли: число случаев',
		'Значения до применения: 6; 7; 5',
		'Значения после применения: 9; 8; 10',
		'Лучше, когда показатель: растёт',
		'Сколько раз применён приём: 1',
		'Реакция ребёнка: Записали время и действия.',
		'Влияние на класс: Записали время и действия.',
		'Трудности применения: Записали время и действия.',
		'Решение: сохранить',
		'Почему: Записали время и действия.'
	]);
	expect(message!.card!.result).toBe('заметное улучшение: 6 → 9 (+50\u00a0%)');
	expect((await recorded(world.db, 'effectiveness_card', [row!.id])).map(({ kind }) => kind)).toEqual([
		'effectiveness_card.posted'
	]);
});

test('R107 from a zero baseline only the difference is told', async () => {
	const learner = await ready();

	await post(learner, { baseline: [0, 0, 0], after: [1, 2, 1] });

	const { card } = (await cardsInGroup(learner)).at(-1)!;
	expect(card!.result).toBe('разность: 0 → 1,33 (+1,33)');
});

test('R108 a double click posts one card; a second card with other words is refused', async () => {
	const learner = await ready();
	const before = (await cardsInGroup(learner)).length;

	const clicks = await Promise.all([post(learner), post(learner), post(learner)]);

	expect(clicks.map(({ ok }) => ok)).toEqual([true, true, true]);
	expect(await cardsInGroup(learner)).toHaveLength(before + 1);
	expect(await post(learner, { after: [1, 1, 1] })).toEqual(refused(409, 'form.submitted'));
});

test('R107 fewer than three measurements are refused with their places, and nothing is posted', async () => {
	const learner = await ready();
	const before = (await cardsInGroup(learner)).length;

	expect(await post(learner, { baseline: [6, 7], after: null })).toEqual(
		refused(422, 'form.faulty', {
			faults: [
				{ path: 'baseline', code: 'too_few', limit: 3, found: 2 },
				{ path: 'after', code: 'required' }
			]
		})
	);
	expect(await cardsInGroup(learner)).toHaveLength(before);
});

test('R166 a name in the free words stops the card until it is confirmed', async () => {
	const learner = await ready();
	const own = { difficulty: 'Ваня Петров отвлекался на окно' };

	expect(await post(learner, own)).toEqual(
		refused(422, 'form.privacy', {
			warnings: [{ path: 'difficulty', kind: 'name', fragment: 'Ваня Петров' }]
		})
	);
	expect(await post(learner, own, true)).toMatchObject({ ok: true });
});

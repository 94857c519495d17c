import {
	getMyDraftRound,
	sendDraftComment,
	setDraftRound,
	showDraft
} from '@stazhirovka/contract/draft-rounds';
import { getMyFinalWork } from '@stazhirovka/contract/final-works';
import { saveForm } from '@stazhirovka/contract/forms';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Answer } from '@stazhirovka/domain/forms';
import { wholeAnswer } from './answer.ts';
import type { Expertise } from './expertise.ts';

const SAID = 'Цель урока названа, а как учитель узнаёт, что она достигнута, пока не видно';

/**
 * Two interns show drafts, read each other's and comment: in the last days of a round no better pair is waited for.
 * `own` is of the first one's draft.
 */
export async function exchangeDrafts(
	expertise: Expertise,
	interns: [number, number],
	own: Answer
): Promise<void> {
	const { world } = expertise;
	const tutor = await world.as(world.tutor);
	const lastDay = localDay(world.deps.now(), 'Europe/Moscow');
	await tutor.must(setDraftRound, { params: { id: world.cohort.id }, body: { lastDay } });
	for (const n of interns) {
		const { intern, params } = await expertise.learner(n);
		const { sheet } = await intern.must(getMyFinalWork, { params });
		const answer = wholeAnswer(sheet.definition, n === interns[0] ? own : {}) as never;
		const body = { revision: sheet.revision, answer };
		await intern.must(saveForm, { params: { ...params, key: 'final_work' }, querystring: {}, body });
		await intern.must(showDraft, { params, body: { confirmedPrivacy: true } });
	}
	for (const n of interns) {
		const { intern, params } = await expertise.learner(n);
		const { readings } = await intern.must(getMyDraftRound, { params });
		for (const { id } of readings) {
			const body = { revision: 0, answer: { seen: SAID, led: SAID, advice: SAID } };
			await intern.must(sendDraftComment, { params: { id }, body });
		}
	}
}

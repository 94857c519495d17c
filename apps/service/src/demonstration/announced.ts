import { issueCertificate } from '../capabilities/certificates/commands/issue-certificate.ts';
import { readBoard } from '../capabilities/final-works/board.ts';
import { announceResults } from '../capabilities/final-works/commands/announce-results.ts';
import { moderateWork } from '../capabilities/final-works/commands/moderate-work.ts';
import { answerSurvey } from '../capabilities/surveys/commands/answer-survey.ts';
import { readSurvey } from '../capabilities/surveys/survey.ts';
import type { Stage } from './stage.ts';
import { filled } from './filled.ts';
import { publishOne } from './studied.ts';

const [DECIDED, ANNOUNCED, REVISED, ASKED, ISSUED] = [13, 12, 8, 7, 4];
const RETURNED = 'Добавьте замеры до и после: вывод должен следовать из них.';
const ACCEPTED = 'Рецензенты по-разному поняли критерий, вывод подтверждён замерами.';
const REVISION = { next: 'Добавил замеры до и после по одному протоколу и сравнил с обычным уроком.' };

/**
 * Results that everybody knows: the weakest work was returned and revised, the tutor has not decided yet; the others
 * are passed, their authors have answered the survey, half of them hold the document.
 */
export async function announce(stage: Stage): Promise<void> {
	const weakest = Math.min(...stage.authors.map(({ level }) => level));
	const { works } = await readBoard(stage.tutor(DECIDED), stage.cohortId);
	const revised = stage.authors.find(({ level }) => level === weakest);
	for (const { id, author } of works.filter(({ awaitsDecision }) => awaitsDecision)) {
		const passed = author.fullName !== revised?.fullName;
		await moderateWork(stage.tutor(DECIDED), { id, passed, reason: passed ? ACCEPTED : RETURNED });
	}
	await announceResults(stage.tutor(ANNOUNCED), stage.cohortId);
	if (revised) await publishOne(stage, revised, REVISED, REVISION);

	const passed = stage.authors.filter((author) => author !== revised);
	for (const { enrolmentId: id, at } of passed) {
		const { definition } = await readSurvey(at(ASKED), id);
		await answerSurvey(at(ASKED), { id, answer: filled(definition, stage.voice(ASKED)) });
	}
	for (const { enrolmentId } of passed.slice(0, Math.ceil(passed.length / 2)))
		await issueCertificate(stage.leader(ISSUED), enrolmentId);
}

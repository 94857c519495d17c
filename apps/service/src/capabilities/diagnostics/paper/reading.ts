import type { DiagnosisPaper } from '@stazhirovka/contract/diagnostics';
import {
	disagreements,
	paperItems,
	readOccasion,
	type DiagnosisStage
} from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { enterEnrolment, toPerson } from '../../cohorts/index.ts';
import { personNamed } from '../attempts/queries.ts';
import { placeOnPaper } from './place.ts';
import { scanNamed } from './queries.ts';
import { findPapers, type PaperRow } from './store.ts';

/** The sheet on paper, for the tutor: what is to be keyed next. The first keying is not shown before the second (X20). */
export async function readPaper(
	{ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
	{ id, stage }: { id: string; stage: DiagnosisStage }
): Promise<DiagnosisPaper> {
	const enrolment = await enterEnrolment(db, actor, id, 'tutor');
	const { situation, place, occasion } = await placeOnPaper(db, enrolment, stage, { now });
	const papers = await findPapers(db, enrolment.id);
	const own = papers.filter((paper) => readOccasion(paper.occasion)?.stage === stage);
	const paper = own.find((one) => one.occasion === occasion) ?? own.find(({ doneAt }) => doneAt) ?? null;
	const { definition } = situation.programme.forms.get('diagnostic') ?? missing('form');
	const step = stepOf(paper);

	return {
		stage,
		intern: toPerson((await personNamed(db, enrolment.personId)) ?? missing('enrolment')),
		programme: situation.programme.document.title,
		cohort: enrolment.cohortTitle,
		definition,
		step,
		keyings: await keyingsOf(db, paper),
		differences:
			step === 'compare' && paper?.second
				? disagreements(paperItems(definition), paper.first, paper.second).map((one) => ({
						key: one.key,
						first: (one.first ?? null) as DiagnosisPaper['differences'][number]['first'],
						second: (one.second ?? null) as DiagnosisPaper['differences'][number]['second']
					}))
				: [],
		file: paper?.fileId ? await scanNamed(db, paper.fileId) : null,
		reason: place.ok || step === 'done' ? null : { code: place.refusal.code },
		can: { keyIn: place.ok && enrolment.state === 'confirmed' }
	};
}

function stepOf(paper: PaperRow | null): DiagnosisPaper['step'] {
	if (!paper) return 'first';
	if (paper.doneAt) return 'done';
	return paper.second ? 'compare' : 'second';
}

async function keyingsOf(db: Ctx['db'], paper: PaperRow | null): Promise<DiagnosisPaper['keyings']> {
	if (!paper) return [];
	const keyed = [
		{ id: paper.firstBy, at: paper.firstAt },
		...(paper.secondBy && paper.secondAt ? [{ id: paper.secondBy, at: paper.secondAt }] : [])
	];
	return Promise.all(
		keyed.map(async ({ id, at }) => ({
			by: toPerson((await personNamed(db, id)) ?? missing('person')),
			at: at.toISOString()
		}))
	);
}

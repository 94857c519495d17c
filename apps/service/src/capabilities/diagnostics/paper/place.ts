import type { Database, Tx } from '@stazhirovka/db';
import { mayTake, occasionOf, type DiagnosisStage } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../shell/context.ts';
import type { EnrolmentFacts } from '../../cohorts/index.ts';
import { isLastModuleOpen } from '../attempts/last-module.ts';
import { situationOf } from '../attempts/situation.ts';
import { lockCardOf, findCard } from '../store.ts';

/** The attempt that a sheet of paper would be, or why it can be none: the same rules as on the screen. */
export async function placeOnPaper(
	db: Database | Tx,
	enrolment: EnrolmentFacts,
	stage: DiagnosisStage,
	{ now, lock }: { now: Ctx['now']; lock?: Tx }
) {
	const situation = await situationOf(db, enrolment, stage);
	const { rules, extra, taken } = situation;
	const asks = stage === 'exit' && rules.exit;
	const place = mayTake({
		stage,
		rules,
		allowance: extra,
		taken: taken.map(({ number, finishedAt }) => ({ number, finished: finishedAt !== null })),
		card: (lock ? await lockCardOf(lock, enrolment.id) : await findCard(db, enrolment.id)) ?? null,
		lastModuleOpen: asks && (await isLastModuleOpen(db, enrolment, now()))
	});
	return { situation, place, occasion: place.ok ? occasionOf(stage, place.value) : null };
}
